// SPDX-License-Identifier: Apache-2.0
import { Kind } from '../../kinds/Kind';
import { Json } from '../../objects';

/** Query parameters by which clients recognise what a server can do. */
export const WRITE_PARAMETERS = [
  'dryRun',
  'fieldManager',
  'fieldValidation',
  'force',
];

/** The path of single objects of a kind. */
export function itemPath({ group, version, namespaced, plural }: Kind): string {
  const root = group ? `/apis/${group}/${version}` : `/api/${version}`;
  return `${root}${
    namespaced ? '/namespaces/{namespace}' : ''
  }/${plural}/{name}`;
}

export function groupVersionKind({ group, version, kind }: Kind): Json {
  return { group, kind, version };
}

/** A key such as `io.k8s.api.apps.v1.Deployment` by which schemas refer to each other. */
export function schemaName({ group, version, kind }: Kind): string {
  return `demo.${group || 'core'}.${version}.${kind}`;
}

// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject } from '../objects';

export type FieldMatcher = (object: KubernetesObject) => boolean;

const COMMON = ['metadata.name', 'metadata.namespace'];
const BY_RESOURCE: Record<string, string[]> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  secrets: ['type'],
  namespaces: ['status.phase'],
  'jobs.batch': ['status.successful'],
  'replicasets.apps': ['status.replicas'],
};

/** Parses `a=b,c!=d`. @throws SyntaxError when a term is broken or a field has no index */
export function parseFieldSelector(
  text: string,
  resource: string,
): FieldMatcher {
  const allowed = [...COMMON, ...(BY_RESOURCE[resource] ?? [])];
  const terms = text
    .split(',')
    .filter(term => term !== '')
    .map(term => {
      const match = /^([^!=]+)(==|=|!=)(.*)$/.exec(term.trim());
      if (!match)
        throw new SyntaxError(
          `invalid selector: '${text}'; can't understand '${term}'`,
        );
      const [, field, operator, value] = match;
      if (!allowed.includes(field))
        throw new SyntaxError(`field label not supported: ${field}`);
      return { path: field.split('.'), equal: operator !== '!=', value };
    });
  return object =>
    terms.every(({ path, equal, value }) => {
      const found = path.reduce(
        (at, key) => at?.[key],
        object as Record<string, any>,
      );
      return (String(found ?? '') === value) === equal;
    });
}

// SPDX-License-Identifier: Apache-2.0
import type { Resource } from '../kubernetes/cluster/resources';

export const PREVIEW_SESSIONS: Resource = {
  group: 'preview.mirrord.metalbear.co',
  version: 'v1alpha',
  plural: 'previewsessions',
  kind: 'PreviewSession',
};

/** Served by the operator itself; there is one object, named `operator`. */
export const OPERATORS: Resource = {
  group: 'operator.metalbear.co',
  version: 'v1',
  plural: 'mirrordoperators',
  kind: 'MirrordOperator',
};

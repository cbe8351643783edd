// SPDX-License-Identifier: Apache-2.0
import type { KubeObject } from '../fixtures/product';

/* Objects as the portal writes them, each spoilt by what a row adds. */

export const LABELS = {
  'app.kubernetes.io/managed-by': 'preview-environments',
  'preview-environments.io/session': 's',
  'preview-environments.io/key': 'pr-1',
};
export const KEYED = [{ type: 'Exact', name: 'x-preview-key', value: 'pr-1' }];

export const object = (
  kind: string,
  spec: object,
  metadata: object = {},
): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: {
    name: 'pv',
    labels: LABELS,
    ownerReferences: [
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        name: 'pv',
        uid: 'u',
        controller: true,
      },
    ],
    ...metadata,
  },
  spec,
});
export const route = (matches: unknown, more: object = {}) =>
  object('HTTPRoute', {
    rules: [{ ...(matches ? { matches } : {}), ...more }],
  });
export const set = (spec: object, container: object = {}) =>
  object('ReplicaSet', {
    template: {
      spec: {
        containers: [{ name: 'a', image: 'a:1', ...container }],
        ...spec,
      },
    },
  });
export const job = (spec: object) =>
  object('Job', {
    parallelism: 0,
    activeDeadlineSeconds: 60,
    template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } },
    ...spec,
  });
export const service = (spec: object) =>
  object('Service', {
    selector: { 'preview-environments.io/session': 's' },
    ...spec,
  });

// SPDX-License-Identifier: Apache-2.0

/** An object as one would write it to a file. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

/** The label that selectors of the shop use; also what tells a service's objects apart. */
export const nameLabel = 'app.kubernetes.io/name';

/** The labels that all objects of one service carry. */
export function shopLabels(service: string): Record<string, string> {
  return { [nameLabel]: service, 'app.kubernetes.io/part-of': 'shop' };
}

export function namespace(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';

type Place = Pick<PreviewSession, 'cluster' | 'namespace' | 'target'>;

/**
 * The option that a session was started with, if there still is one. An entity
 * may leave the container to its workload, a session always names it.
 */
export function targetOf<T extends Place>(
  session: Place,
  targets: T[] = [],
): T | undefined {
  return targets.find(
    ({ cluster, namespace, target }) =>
      cluster === session.cluster &&
      namespace === session.namespace &&
      `${session.target}/`.startsWith(`${target}/`),
  );
}

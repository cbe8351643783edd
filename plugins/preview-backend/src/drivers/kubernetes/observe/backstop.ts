// SPDX-License-Identifier: Apache-2.0
import type { Observation } from '@preview-environments/backstage-plugin-preview-node';
import { clusterDeadline } from '../objects/deadline';
import type { RootView } from '../state/views';

/** A controller that has not seen a root for so long never will. */
const NEVER_STARTED_MS = 30_000;

/** Whether the cluster keeps the deadline by itself, and which one. */
export function judgeBackstop(
  root: RootView,
  now: number,
): Observation['backstop'] {
  const at = clusterDeadline(root);
  if (root.suspended) {
    return { at: null, state: 'unavailable' };
  }
  if (at === null) {
    return {
      at: null,
      state:
        now - root.createdAt >= NEVER_STARTED_MS ? 'unavailable' : 'pending',
    };
  }
  return { at, state: 'set' };
}

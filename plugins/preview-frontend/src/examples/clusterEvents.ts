// SPDX-License-Identifier: Apache-2.0
import type { ClusterEvent } from '@preview-environments/backstage-plugin-preview-common';
import { inSeconds } from './time';

export function aClusterEvent(
  changes: Partial<ClusterEvent> = {},
): ClusterEvent {
  return {
    id: 'event-1',
    type: 'Normal',
    reason: 'Scheduled',
    message: 'Successfully assigned shop/pv-jana-feature-x-r1-x2x9k to node-1',
    object: { kind: 'Pod', name: 'pv-jana-feature-x-r1-x2x9k' },
    count: 1,
    firstAt: inSeconds(-90),
    lastAt: inSeconds(-80),
    ...changes,
  };
}

// SPDX-License-Identifier: Apache-2.0
import type {
  DriverCondition,
  Problem,
} from '@preview-environments/backstage-plugin-preview-node';
import { problem } from '../kubernetes/observe/refusal';
import type { MirrordSessionStatus } from './model';

const IDLE: DriverCondition = {
  type: 'Idle',
  reason: 'WaitingForTraffic',
  message: 'No pod runs just now; the first request wakes one.',
};

const PAUSED: DriverCondition = {
  type: 'Paused',
  reason: 'LocalSession',
  message:
    'A local session with the same key has the requests; the preview goes on when it ends.',
};

/** What the operator's phase says beside up or not up. */
export function conditionsOf(
  status: MirrordSessionStatus | null,
): DriverCondition[] {
  switch (status?.phase) {
    case 'Idle':
      return [IDLE];
    case 'Paused':
      return [PAUSED];
    default:
      return [];
  }
}

/** Why a preview does not answer while it is paused. */
export const PAUSED_PROBLEM: Problem = {
  ...problem('FilterConflict', {
    message: PAUSED.message,
    hint: 'Nothing has to be done; ask whoever runs the local session how long it takes.',
  }),
  fatal: false,
};

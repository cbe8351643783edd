// SPDX-License-Identifier: Apache-2.0
import {
  AUDIT_ACTIONS,
  type AuditEvent,
} from '@preview-environments/backstage-plugin-preview-common';
import { anEvent } from '../../examples/audit';
import { inSeconds } from '../../examples/time';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { AuditList } from './AuditList';

const list = (
  shows: string | RegExp,
  ...events: AuditEvent[]
): ExampleState => ({ render: () => <AuditList events={events} />, shows });

export const states: ExampleStates = {
  EveryAction: list(
    /moved the end of checkout.*signed off/,
    ...AUDIT_ACTIONS.map(action => anEvent({ id: action, action })),
  ),
  Refused: list(
    /kim was refused: start checkout \(pr-1042\)\. Only owners/,
    anEvent({
      action: 'access.denied',
      outcome: 'denied',
      actor: 'user:default/kim',
      reason: 'start: Only owners of the service may do this.',
    }),
  ),
  Failed: list(
    /The image could not be pulled/,
    anEvent({
      action: 'session.failed',
      outcome: 'failed',
      actor: 'system',
      via: 'sweep',
      reason: 'The image could not be pulled.',
    }),
  ),
  Changed: list(
    /could not be updated to image missing\. The image.*number of pods 1 → 2, requests with.*shortened checkout.*instead of.*stopped 2 of 3/,
    anEvent({
      id: 'not-updated',
      action: 'session.updated',
      outcome: 'failed',
      actor: 'system',
      via: 'sweep',
      image: 'registry.example.com/shop/checkout:missing',
      reason: 'The image could not be pulled.',
    }),
    anEvent({
      id: 'changed',
      action: 'session.updated',
      changes: 'replicas: 1 -> 2; filter: none -> x-preview-key: pr-1042',
    }),
    anEvent({
      id: 'shortened',
      action: 'session.extended',
      changes: `shortened: ${inSeconds(28_800)} -> ${inSeconds(600)}`,
    }),
    anEvent({
      id: 'stopped',
      action: 'environment.stopped',
      changes: 'stopped: 2 of 3',
      ...{ entityRef: null, sessionId: null },
    }),
  ),
  Ended: list(
    /was over\. Reason: deleted in the cluster\./,
    anEvent({
      action: 'session.ended',
      actor: 'system',
      via: 'sweep',
      reason: 'deleted-in-cluster',
    }),
  ),
  OnBehalf: list(
    /external:ci for jana started/,
    anEvent({ actor: 'external:ci', claimedActor: 'jana', via: 'action' }),
  ),
};

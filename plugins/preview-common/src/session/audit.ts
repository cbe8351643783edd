// SPDX-License-Identifier: Apache-2.0
import type { Via } from './phase';

/**
 * Everything that the audit log knows of. Additive only.
 *
 * @public
 */
export const AUDIT_ACTIONS = [
  'session.started',
  'session.updated',
  'session.extended',
  'session.pinned',
  'session.stopped',
  'session.expired',
  'session.failed',
  'session.ready',
  'session.degraded',
  'session.resumed',
  'session.restarted',
  'session.ended',
  'route.attached',
  'route.detached',
  'route.leaked',
  'environment.joined',
  'environment.stopped',
  'logs.read',
  'image.drifted',
  'sign-off.given',
  'sign-off.voided',
  'audit.exported',
  'audit.archived',
  'audit.erased',
  'audit.key-changed',
  'access.denied',
] as const;

/** @public */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** @public */
export type AuditOutcome = 'succeeded' | 'denied' | 'failed';

/**
 * One immutable record of one fact. Absent values are `null`.
 *
 * @public
 */
export interface AuditEvent {
  id: string;
  action: AuditAction;
  outcome: AuditOutcome;
  at: string;
  actor: string;
  claimedActor: string | null;
  via: Via;
  sessionId: string | null;
  key: string | null;
  entityRef: string | null;
  /** Owner as it was when the event happened. */
  ownerRef: string | null;
  cluster: string | null;
  namespace: string | null;
  target: string | null;
  image: string | null;
  imageDigest: string | null;
  reason: string | null;
  /** Code of the registry for denied and failed ones. */
  code: string | null;
  /** Name of the policy rule that decided. */
  policy: string | null;
  requestId: string | null;
  /** How many equal attempts this record stands for. */
  count: number;
  /**
   * What a change changed: `WHAT: FROM -> TO`, or `WHAT` alone where values
   * are not for everybody, with `; ` between. `WHAT` is a field of the preview
   * (`image`, `replicas`, `traffic`, `filter`, `labelMode`, `env`, `inputs`),
   * or `extended`, `shortened`, `ends`, `pinned` with moments or `never`.
   * Of a stopped environment `stopped: N of M`, as many as could be.
   */
  changes: string | null;
}

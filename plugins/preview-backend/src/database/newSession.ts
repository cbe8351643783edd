// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from './SessionRecord';

/** What whoever starts a session must decide; the rest begins empty. */
export type NewSession = Pick<
  SessionRecord,
  | 'id'
  | 'key'
  | 'entityRef'
  | 'ownerRef'
  | 'cluster'
  | 'namespace'
  | 'target'
  | 'driver'
  | 'entityLinks'
  | 'image'
  | 'replicas'
  | 'env'
  | 'inputs'
  | 'labelMode'
  | 'traffic'
  | 'filterFingerprint'
  | 'desiredReason'
  | 'expiresAt'
  | 'pinned'
  | 'pinnedBy'
  | 'backstopAt'
  | 'createdBy'
  | 'claimedActor'
  | 'via'
  | 'createdAt'
>;

/** A whole record of a session that nobody has worked on yet. Due at once. */
export function newSession(wish: NewSession): SessionRecord {
  return {
    ...wish,
    origin: 'portal',
    ownerAtStart: wish.ownerRef,
    revision: 1,
    generation: 1,
    updateStrategy: 'surge',
    desiredState: 'running',
    desiredBy: wish.createdBy,
    desiredAt: wish.createdAt,
    desiredEndReason: null,
    phase: 'provisioning',
    servingRevision: null,
    retiringRevision: null,
    retireAt: null,
    failedRevision: null,
    routed: false,
    routeState: 'detached',
    failure: null,
    conditions: [],
    differences: [],
    pods: [],
    access: null,
    readyAt: null,
    backstopObservedAt: null,
    backstopState: 'pending',
    endedAt: null,
    endReason: null,
    keepUntil: null,
    handle: null,
    eventSeq: 0,
    attempt: 0,
    nudges: 0,
    nextRunAt: wish.createdAt,
    leaseHolder: null,
    leaseToken: 0,
    leaseUntil: null,
    lastError: null,
  };
}

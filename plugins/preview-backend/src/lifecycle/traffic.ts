// SPDX-License-Identifier: Apache-2.0
import { isDeepStrictEqual } from 'node:util';
import type { TrafficRecord } from '../database/history/TrafficRecord';
import type { Known } from './gather';

/** What is noted of a session's traffic, and how the cluster compares. */
export interface Noted {
  /** The interval that lasts. */
  open: TrafficRecord | null;
  /** Whether the cluster was seen to hold what the row wants. */
  inSync: boolean;
}

/**
 * Who can receive requests just now, or `null`. Told generously: from the
 * decision to attach until the route is seen detached. The row says what is
 * wanted, so another filter counts once the cluster was seen to have it.
 */
export function receiving(
  { session, revisions }: Known,
  { open, inSync }: Noted,
  now: number,
): TrafficRecord | null {
  const { mode, filter } = session.traffic;
  const attached =
    session.endedAt === null &&
    (session.routed || session.routeState !== 'detached');
  if (!attached || (mode === 'none' && !open)) {
    return null;
  }
  const serving = revisions.find(
    revision => revision.number === session.servingRevision,
  );
  if (!serving) {
    return open;
  }
  const asBefore =
    mode === 'none' || (open?.revision === serving.number && !inSync);
  return {
    sessionId: session.id,
    fromAt: now,
    toAt: null,
    revision: serving.number,
    entityRef: session.entityRef,
    ownerRef: session.ownerRef,
    cluster: session.cluster,
    namespace: session.namespace,
    target: session.target,
    filter: open && asBefore ? open.filter : filter,
    image: serving.image,
    imageDigest: serving.digests[0] ?? null,
  };
}

/** Whether two answers of {@link receiving} are one and the same interval. */
export function sameReceiver(
  a: TrafficRecord | null,
  b: TrafficRecord | null,
): boolean {
  return (
    a?.revision === b?.revision &&
    a?.imageDigest === b?.imageDigest &&
    isDeepStrictEqual(a?.filter, b?.filter)
  );
}

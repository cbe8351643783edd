// SPDX-License-Identifier: Apache-2.0
import { isDeepStrictEqual } from 'node:util';
import type { TrafficRecord } from '../database/history/TrafficRecord';
import type { Known } from './gather';

/**
 * Who can receive requests just now, or `null`. Told generously: from the
 * decision to attach until the route is seen detached.
 */
export function receiving(
  { session, revisions }: Known,
  now: number,
): TrafficRecord | null {
  const serving = revisions.find(
    revision => revision.number === session.servingRevision,
  );
  const open =
    session.endedAt === null &&
    session.traffic.mode !== 'none' &&
    (session.routed || session.routeState !== 'detached');
  if (!open || !serving) {
    return null;
  }
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
    filter: session.traffic.filter,
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

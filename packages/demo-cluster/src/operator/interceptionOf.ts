// SPDX-License-Identifier: Apache-2.0
import { Interception } from '../gateway/table/interception';
import { acceptsOf } from './filter';
import { PreviewSession, Workload } from './objects';

const WAKE_TIMEOUT_SECS = 90;

/** Whether requests are taken for a session: also while it sleeps, and while it wakes up. */
function listens({ metadata, status }: PreviewSession): boolean {
  if (metadata.deletionTimestamp) return false;
  const waking = status?.phase === 'Waiting' && Boolean(status.idleSince);
  return waking || status?.phase === 'Ready' || status?.phase === 'Idle';
}

/** What a session takes of its target's requests, or null. */
export function interceptionOf(
  session: PreviewSession,
  { spec: { template } }: Workload,
  arrived: () => void,
): Interception | null {
  const { metadata, spec } = session;
  const { incoming, key, idle } = spec;
  if (!incoming || !listens(session)) return null;
  const set = [{ name: 'mirrord-key', value: key }];
  return {
    namespace: metadata.namespace ?? '',
    podLabels: template.metadata?.labels ?? {},
    service: metadata.name,
    steal: incoming.steal,
    accepts: acceptsOf(incoming.httpFilter),
    filters: [
      { type: 'RequestHeaderModifier', requestHeaderModifier: { set } },
      { type: 'ResponseHeaderModifier', responseHeaderModifier: { set } },
    ],
    patience: idle ? 1000 * (idle.wakeTimeoutSecs ?? WAKE_TIMEOUT_SECS) : 0,
    arrived,
  };
}

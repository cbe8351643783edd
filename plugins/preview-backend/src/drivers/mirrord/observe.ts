// SPDX-License-Identifier: Apache-2.0
import type {
  Observation,
  RevisionObservation,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import { judgeRevision } from '../kubernetes/observe/revision';
import { millis } from '../kubernetes/state/time';
import type { PodView } from '../kubernetes/state/views';
import { accessOf } from './access';
import { DIFFERENCES } from './differences';
import { elsewhereOf } from './elsewhere';
import { conditionsOf, PAUSED_PROBLEM } from './conditions';
import { failureOf, isExpired } from './failure';
import type { MirrordSession } from './model';
import { missingFields } from './missing';
import { fingerprintOf, nameOf, specOf, wantedRevision } from './spec';
import { prunedProblem } from './supported';

/** What was read of one session. */
export interface Seen {
  /** All resources that carry the session's mark. */
  sessions: MirrordSession[];
  /** Pods of the wanted resource. */
  pods: PodView[];
  targetExists: boolean;
  gatewayUrl: string | null;
}

/** From this number of seconds on a session of the operator has no end. */
const FOR_EVER = 4_294_967_295;

const WORDS: Record<string, string> = {
  Initializing: 'prepared by the operator',
  Waiting: 'starting',
  Paused: 'paused by a local session with the same key',
};

/**
 * Names what `apply` wrote: another handle means that the resource was made
 * anew for an update, the same one without a resource that somebody took it.
 */
export function handleOf(intent: SessionIntent, session: MirrordSession) {
  return `${fingerprintOf(intent)}.${session.metadata.uid}`;
}

/** Whether the resource that shall be there was there before. */
export function wasWritten(intent: SessionIntent): boolean {
  return (
    elsewhereOf(intent.handle) !== null ||
    (intent.handle?.startsWith(`${fingerprintOf(intent)}.`) ?? false)
  );
}

export function currentOf(
  intent: SessionIntent,
  sessions: MirrordSession[],
): MirrordSession | null {
  const name = elsewhereOf(intent.handle)?.name ?? nameOf(intent);
  return sessions.find(({ metadata }) => metadata.name === name) ?? null;
}

/** What is there, judged. `now` in epoch milliseconds. */
export function observationOf(
  intent: SessionIntent,
  seen: Seen,
  now: number,
): Observation {
  const current = currentOf(intent, seen.sessions);
  const others = seen.sessions.filter(each => each !== current);
  const expired = isExpired(current?.status);
  const going = seen.sessions.filter(isGoing);
  const status = current?.status ?? null;
  const carries =
    current !== null && !isGoing(current) && isUp(status?.phase ?? '');
  const { number } = wantedRevision(intent);
  return {
    exists: expired ? false : current !== null || awaitsUpdate(intent, others),
    terminating: going.length > 0 && going.length === seen.sessions.length,
    leftovers: expired || others.length > 0,
    handle:
      current && !elsewhereOf(intent.handle)
        ? handleOf(intent, current)
        : intent.handle,
    backstop: backstopOf(current),
    revisions: [revisionOf(intent, current, seen, now)],
    serving: carries ? number : null,
    route: {
      state: routeState(intent, current, carries),
      problem: null,
    },
    targetExists: seen.targetExists,
    differences: DIFFERENCES,
    access: accessOf(intent, status, seen.gatewayUrl),
    conditions: conditionsOf(status),
    problem: problemOf(intent, current),
    inSync: current !== null && !isGoing(current) && others.length === 0,
  };
}

/** `Idle`: no pod runs, the first request with the key wakes one. */
export function isUp(phase: string): boolean {
  return phase === 'Ready' || phase === 'Idle';
}

export function isGoing({ metadata }: MirrordSession): boolean {
  return metadata.deletionTimestamp !== undefined;
}

/** Between delete and create nothing, or only the old resource, is there. */
function awaitsUpdate(intent: SessionIntent, others: MirrordSession[]) {
  return intent.handle !== null && (others.length > 0 || !wasWritten(intent));
}

function routeState(
  { traffic }: SessionIntent,
  current: MirrordSession | null,
  carries: boolean,
) {
  if (traffic.mode === 'none' || !current || isGoing(current)) {
    return 'detached';
  }
  if (carries) {
    return 'attached';
  }
  return current.status?.phase === 'Failed' ? 'detached' : 'pending';
}

/** The ceiling: it is not moved with the deadline. */
function backstopOf(current: MirrordSession | null): Observation['backstop'] {
  if (!current) {
    return { at: null, state: 'unavailable' };
  }
  if (current.spec.ttlSecs >= FOR_EVER) {
    return { at: null, state: 'unavailable' };
  }
  const told = millis(current.status?.expiresAt);
  const made = millis(current.metadata.creationTimestamp);
  const at =
    told ?? (made === null ? null : made + 1000 * current.spec.ttlSecs);
  return { at, state: 'set', ceiling: true };
}

function problemOf(intent: SessionIntent, current: MirrordSession | null) {
  if (!current || isGoing(current)) {
    return null;
  }
  const { target, ttlSecs } = current.spec;
  const missing = elsewhereOf(intent.handle)
    ? []
    : missingFields(specOf(intent, target.container, ttlSecs), current.spec);
  if (missing.length) {
    return prunedProblem(missing);
  }
  const { status } = current;
  return status?.phase === 'Failed' && !isExpired(status)
    ? failureOf(status, current.spec.image)
    : null;
}

/** Its pods never count as ready, so the operator's word counts instead. */
function revisionOf(
  intent: SessionIntent,
  current: MirrordSession | null,
  { pods }: Seen,
  now: number,
): RevisionObservation {
  const { number } = wantedRevision(intent);
  const seen = judgeRevision({ number, replicas: 1 }, undefined, pods, now);
  const phase = current?.status?.phase ?? '';
  if (!current || !isUp(phase)) {
    const progress = current
      ? WORDS[phase] ?? 'waiting for the operator'
      : 'waiting until the old version is gone';
    return {
      ...seen,
      progress,
      ...(phase === 'Paused' && { problem: PAUSED_PROBLEM }),
    };
  }
  const { expiresAt, idleSince, startedAt } = current.status!;
  const ttl = 1000 * current.spec.ttlSecs;
  const told = millis(expiresAt);
  const at =
    (told === null ? null : told - ttl) ??
    millis(idleSince) ??
    millis(startedAt) ??
    now;
  const { steps } = seen;
  return {
    ...seen,
    available: true,
    progress: phase === 'Idle' ? 'idle' : null,
    problem: null,
    steps: {
      scheduled: steps.scheduled ?? at,
      pulled: steps.pulled ?? at,
      started: steps.started ?? at,
      available: at,
    },
  };
}

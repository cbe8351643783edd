// SPDX-License-Identifier: Apache-2.0
import { toMicroTime } from '../clock';
import { acceptsOf } from './filter';
import { Pod, PreviewSession, SessionStatus, Workload } from './objects';

export const finalizer = 'preview.mirrord.metalbear.co/teardown';

/** From this number of seconds on a session has no end. */
const FOR_EVER = 4_294_967_295;
const KEEP_FAILED_MS = 15 * 60_000;
const NO_TARGET = 'the target of the session was not found';

/** Everything that the next step of a session depends on. */
export interface Facts {
  session: PreviewSession;
  /** The workload that it is a copy of. */
  target: Workload | undefined;
  /** Its own Deployment is there. */
  built: boolean;
  pods: Pod[];
  /** When the last request came for it, in milliseconds; 0 for never. */
  lastRequest: number;
  now: number;
}

/** One write, or none until something happens or `until` has come. */
export type Step =
  | { do: 'wait'; until?: number }
  | { do: 'hold' | 'release' | 'build' | 'clear' | 'delete' }
  | { do: 'report'; status: Partial<SessionStatus> };

/** What comes next for a session; pure. */
export function nextStep(facts: Facts): Step {
  const { session, built, pods, now } = facts;
  const { metadata, status } = session;
  const held = metadata.finalizers?.includes(finalizer) ?? false;
  if (metadata.deletionTimestamp) {
    if (!held) return { do: 'wait' };
    if (built) return { do: 'clear' };
    return { do: pods.length > 0 ? 'wait' : 'release' };
  }
  if (!held) return { do: 'hold' };
  if (!status) {
    const startedAt = toMicroTime(now);
    return { do: 'report', status: { phase: 'Initializing', startedAt } };
  }
  switch (status.phase) {
    case 'Initializing':
      return begin(facts);
    case 'Waiting':
      return comeUp(facts);
    case 'Ready':
      return serve(facts);
    case 'Failed':
      return keep(facts, Date.parse(status.failedAt ?? '') + KEEP_FAILED_MS);
    default:
      return built ? { do: 'clear' } : { do: 'wait' };
  }
}

function begin({ session, target, built, now }: Facts): Step {
  const problem = target ? filterProblem(session) : NO_TARGET;
  if (problem) return failed(problem, now);
  if (session.spec.idle?.startIdle) {
    const idleSince = toMicroTime(now);
    return { do: 'report', status: { phase: 'Idle', idleSince } };
  }
  if (!built) return { do: 'build' };
  return { do: 'report', status: { phase: 'Waiting' } };
}

function filterProblem({ spec }: PreviewSession): string | null {
  try {
    acceptsOf(spec.incoming?.httpFilter);
    return null;
  } catch (error) {
    return `the filter cannot be used: ${(error as Error).message}`;
  }
}

function comeUp({ session, target, built, pods, now }: Facts): Step {
  if (!built) return target ? { do: 'build' } : failed(NO_TARGET, now);
  const trouble = pods.map(troubleOf).find(each => each !== null);
  if (trouble) return failed(trouble, now);
  const { replicas = 1, ttlSecs } = session.spec;
  if (pods.filter(isServing).length < replicas) return { do: 'wait' };
  const expiresAt = session.status?.expiresAt ?? null;
  return {
    do: 'report',
    status: {
      phase: 'Ready',
      idleSince: null,
      expiresAt:
        ttlSecs >= FOR_EVER
          ? null
          : expiresAt ?? toMicroTime(now + ttlSecs * 1000),
    },
  };
}

function serve(facts: Facts): Step {
  const { session, lastRequest, now } = facts;
  const { expiresAt } = session.status!;
  const end = expiresAt ? Date.parse(expiresAt) : Infinity;
  if (end <= now) return { do: 'delete' };
  const sleepAfter = session.spec.idle?.sleepAfterSecs;
  if (!sleepAfter) return { do: 'wait', until: end };
  const sleepAt = lastRequest + sleepAfter * 1000;
  return sleepAt <= now
    ? {
        do: 'report',
        status: { phase: 'Idle', idleSince: toMicroTime(now) },
      }
    : { do: 'wait', until: Math.min(end, sleepAt) };
}

function keep({ built, now }: Facts, until: number): Step {
  if (built) return { do: 'clear' };
  return until <= now ? { do: 'delete' } : { do: 'wait', until };
}

function failed(failureMessage: string, now: number): Step {
  const failedAt = toMicroTime(now);
  return {
    do: 'report',
    status: { phase: 'Failed', failureMessage, failedAt },
  };
}

function isServing({ metadata, status }: Pod): boolean {
  const containers = status?.containerStatuses ?? [];
  return (
    !metadata.deletionTimestamp &&
    containers.length > 0 &&
    containers.every(({ ready }) => ready)
  );
}

const HOPELESS = /^(ErrImagePull|ImagePullBackOff|InvalidImageName)$/;

function troubleOf({ metadata, status }: Pod): string | null {
  for (const { name, state, lastState } of status?.containerStatuses ?? []) {
    const { reason = '', message = '' } = state?.waiting ?? {};
    if (HOPELESS.test(reason)) return `${reason}: ${message}`;
    const ended = state?.terminated ?? lastState?.terminated;
    if (ended && ended.exitCode !== 0) {
      const why = ended.reason === 'OOMKilled' ? ' (OOMKilled)' : '';
      return `container ${name} of pod ${metadata.name} exited with code ${ended.exitCode}${why}`;
    }
  }
  return null;
}

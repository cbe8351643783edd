// SPDX-License-Identifier: Apache-2.0
import {
  STEP_NAMES,
  type StepName,
} from '@preview-environments/backstage-plugin-preview-common';
import type { StepRecord } from '../database/history/StepRecord';
import type { SessionRecord } from '../database/SessionRecord';
import type { Facts } from './facts';

type StepView = Pick<StepRecord, 'status' | 'at' | 'message'>;

const POD_STEPS = ['scheduled', 'pulled', 'started', 'available'] as const;
const PENDING: StepView = { status: 'pending', at: null, message: null };
const SKIPPED: StepView = {
  status: 'skipped',
  at: null,
  message: 'No traffic is wanted.',
};

const VERIFIED_AS = {
  verified: 'done',
  failed: 'running',
  leak: 'failed',
  'not-checked': 'not-checked',
} as const;

/**
 * The timeline of the session's present revision as the facts tell it. What
 * pods reached once stays reached; routing is told as it is now.
 */
export function timeline(facts: Facts): StepRecord[] {
  const { session, steps, now } = facts;
  if (isClosed(session)) {
    return steps;
  }
  const before = new Map(steps.map(step => [step.name, step]));
  const isDone = (name: StepName) => before.get(name)?.status === 'done';
  const views = new Map<StepName, StepView>();
  if (isDone('resources') && facts.cluster.observed?.exists === false) {
    // It went as a whole; its parts do not wait for anything any more.
    return steps;
  }

  if (facts.cluster.observed) {
    podSteps(facts, isDone, views);
    if (session.traffic.mode === 'none') {
      views.set('routed', SKIPPED);
      views.set('verified', SKIPPED);
    } else {
      routeSteps(facts, before, views);
    }
  }
  const told = STEP_NAMES.flatMap(name => {
    const old = before.get(name);
    const view = views.get(name);
    if (!old || !view) {
      return old ? [old] : [];
    }
    const same = old.status === view.status;
    const at =
      view.status === 'pending' ? null : view.at ?? (same ? old.at : now);
    return [{ ...old, status: view.status, message: view.message, at }];
  });
  return JSON.stringify(told) === JSON.stringify(steps) ? steps : told;
}

/** Whether the revision's story is told: given up, or on its way out. */
function isClosed(session: SessionRecord): boolean {
  return (
    session.phase === 'failed' ||
    session.phase === 'stopping' ||
    session.desiredState === 'stopped' ||
    session.failedRevision === session.revision
  );
}

function podSteps(
  { session, cluster }: Facts,
  isDone: (name: StepName) => boolean,
  views: Map<StepName, StepView>,
): void {
  const observed = cluster.observed!;
  const revision = observed.revisions.find(
    each => each.number === session.revision,
  );
  const made = observed.exists && revision !== undefined;
  if (!isDone('resources')) {
    views.set('resources', {
      status: made ? 'done' : 'running',
      at: null,
      message: made ? null : observed.problem?.message ?? null,
    });
  }
  let waiting = !made && !isDone('resources');
  for (const name of POD_STEPS) {
    const at = revision?.steps[name] ?? null;
    if (isDone(name)) {
      continue;
    }
    if (at !== null) {
      views.set(name, { status: 'done', at, message: null });
      continue;
    }
    const message = revision?.problem?.message ?? revision?.progress ?? null;
    views.set(
      name,
      waiting ? PENDING : { status: 'running', at: null, message },
    );
    waiting = true;
  }
}

function routeSteps(
  { session, cluster }: Facts,
  before: Map<StepName, StepRecord>,
  views: Map<StepName, StepView>,
): void {
  const { observed, verification } = cluster;
  const route = observed!.route;
  const routed =
    session.routed &&
    route.state === 'attached' &&
    observed!.serving === session.revision;
  if (routed) {
    views.set('routed', { status: 'done', at: null, message: null });
  } else if (session.routed && session.servingRevision === session.revision) {
    views.set('routed', {
      status: 'running',
      at: null,
      message: route.problem?.message ?? 'Waiting for the gateway.',
    });
  } else {
    views.set('routed', PENDING);
  }
  if (!routed) {
    views.set('verified', PENDING);
  } else if (verification) {
    views.set('verified', {
      status: VERIFIED_AS[verification.state],
      at: null,
      message: verification.message,
    });
  } else if (before.get('verified')?.status === 'pending') {
    views.set('verified', { status: 'running', at: null, message: null });
  }
}

/** The timeline with the step that could not be taken marked as failed. */
export function failedTimeline(
  steps: StepRecord[],
  message: string,
  now: number,
): StepRecord[] {
  const open = steps.find(
    step => step.status === 'running' || step.status === 'pending',
  );
  return steps.map(step => {
    if (step === open) {
      return { ...step, status: 'failed', at: now, message };
    }
    return step.status === 'running' ? { ...step, ...PENDING } : step;
  });
}

// SPDX-License-Identifier: Apache-2.0
import type {
  Observation,
  RouteObservation,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Access } from '@preview-environments/backstage-plugin-preview-common';
import type { Facts } from '../plan/facts';
import { isEmpty, type Plan, rootOf } from '../plan/plan';
import { overlaysOf } from '../routing/gateway-api/canary';
import { judgeRoutes } from '../routing/gateway-api/status';
import type { RootView } from '../state/views';
import { judgeBackstop } from './backstop';
import { problem } from './refusal';
import { judgeRevision } from './revision';

/** What is there, judged. `now` in epoch milliseconds. */
export function observationOf(
  intent: SessionIntent,
  facts: Facts,
  plan: Plan,
  access: Access,
  now: number,
): Observation {
  const { objects } = facts;
  const root = rootOf(intent, facts);
  const serving = objects.services.find(({ deleting }) => !deleting)?.serving;
  const revisions = intent.revisions.map(({ number }) =>
    judgeRevision(
      { number, replicas: intent.replicas },
      objects.replicaSets.find(({ revision }) => revision === number),
      objects.pods.filter(({ revision }) => revision === number),
      now,
    ),
  );
  const newest = [...objects.replicaSets].sort(
    (a, b) => b.revision - a.revision,
  )[0];
  return {
    exists: root !== null,
    terminating: root !== null && (root.deleting || root.finished),
    leftovers: leftoversOf(facts, root),
    handle: root?.uid ?? intent.handle,
    backstop: root
      ? judgeBackstop(root, now)
      : { at: null, state: 'unavailable' },
    revisions,
    serving: serving ?? null,
    route: routeOf(intent, facts, plan),
    targetExists:
      facts.target !== null && !facts.target.metadata.deletionTimestamp,
    differences: newest?.differences ?? [],
    access,
    problem: null,
    inSync: root !== null && isEmpty(plan),
  };
}

function leftoversOf({ objects }: Facts, root: RootView | null): boolean {
  const all = [
    ...objects.roots,
    ...objects.replicaSets,
    ...objects.pods,
    ...objects.services,
    ...objects.routes,
  ];
  return all.some(({ uid }) => uid !== root?.uid);
}

function routeOf(
  intent: SessionIntent,
  facts: Facts,
  plan: Plan,
): RouteObservation {
  const present = overlaysOf(facts.objects.routes).filter(
    ({ deleting }) => !deleting,
  );
  if (plan.refusal) {
    const { code, message } = plan.refusal;
    return {
      state: 'rejected',
      problem: problem(code === 'ListenerNotAllowed' ? 'RouteRejected' : code, {
        message,
        fatal: false,
      }),
    };
  }
  if (plan.canary) {
    return { state: 'pending', problem: null };
  }
  const seen = judgeRoutes(present);
  // Written once more in a moment: what the gateway says is about the past.
  return intent.routed && plan.routes.length && seen.state === 'attached'
    ? { state: 'pending', problem: null }
    : seen;
}

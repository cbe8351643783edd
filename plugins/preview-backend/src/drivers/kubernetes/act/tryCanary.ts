// SPDX-License-Identifier: Apache-2.0
import type {
  RouteObservation,
  Verification,
} from '@preview-environments/backstage-plugin-preview-node';
import { HTTP_ROUTES } from '../cluster/resources';
import { upToDate } from '../objects/content';
import type { RootRef } from '../objects/root';
import { problem } from '../observe/refusal';
import { type Canary, canarySpec } from '../routing/gateway-api/canary';
import { judgeRoutes } from '../routing/gateway-api/status';
import { type VerifyInput, verifyRouting } from '../routing/verify';
import type { Executed, Execution } from './execute';
import { identity } from './identity';
import type { Writer } from './Writer';

type Tried = Pick<Executed, 'route' | 'proven'>;

const still = (route: RouteObservation): Tried => ({ route, proven: [] });

/** A gateway is several processes, and each takes a route in by itself. */
const ROUNDS = 3;

/**
 * One step towards knowing whether a gateway keeps requests apart: the canary
 * is written, then accepted, then asked. Each call takes the step that is due.
 */
export async function tryCanary(
  { cluster, intent, facts, builders }: Execution,
  canary: Canary,
  root: RootRef,
  writer: Writer,
): Promise<Tried> {
  const { name, filter, key } = canary;
  const spec = canarySpec(canary, root.uid);
  const live = facts.objects.routes.find(each => each.name === name);
  if (!live || !upToDate(live, spec)) {
    await writer.apply(
      HTTP_ROUTES,
      builders.buildRoute({
        ...identity(intent),
        root,
        overlay: { name, spec },
        resourceVersion: live?.resourceVersion ?? null,
      }),
    );
    return still({ state: 'pending', problem: null });
  }
  const said = judgeRoutes([live]);
  if (said.state !== 'attached') {
    return still(said);
  }
  const seen = await askRepeatedly({
    gateway: cluster.config.gateway,
    routes: [spec],
    filter,
    key,
    strict: true,
  });
  if (seen.state === 'verified') {
    return { route: null, proven: canary.listeners };
  }
  const evidence = seen.evidence.map(text => ({
    kind: 'status' as const,
    text,
    at: null,
  }));
  if (seen.state === 'leak') {
    await writer.remove(HTTP_ROUTES, live);
    return still({
      state: 'rejected',
      problem: problem('RouteLeak', {
        message:
          'The gateway does not keep requests apart: one without the key took the test route as well. No route of the preview was attached.',
        evidence,
      }),
    });
  }
  return still({
    state: 'pending',
    problem: problem('VerificationFailed', {
      message: 'The gateway has not yet passed a request on to the test route.',
      evidence,
      fatal: false,
    }),
  });
}

/** All rounds have to pass; the first that does not is the answer. */
async function askRepeatedly(input: VerifyInput): Promise<Verification> {
  let seen = await verifyRouting(input);
  for (let round = 1; round < ROUNDS && seen.state === 'verified'; round += 1) {
    seen = await verifyRouting(input);
  }
  return seen;
}

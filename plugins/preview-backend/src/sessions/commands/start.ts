// SPDX-License-Identifier: Apache-2.0
import type {
  StartRequest,
  StartResponse,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import type { Caller } from '../../authorization/Caller';
import type { UpdateStrategy } from '../../database/SessionRecord';
import { findActiveSession } from '../../database/sessions/findActiveSession';
import { findLastEnded } from '../../database/sessions/findLastEnded';
import { lockQuota } from '../../database/sessions/lockQuota';
import { entityLinks } from '../../links/entityLinks';
import { logLinkProblems } from '../../links/linkProblems';
import { once } from '../idempotency';
import { announce, type SessionContext } from '../SessionContext';
import { parseStart } from '../start/parseStart';
import { planStart, type StartPlan } from '../start/planStart';
import type { StartGrant } from '../start/StartGrant';
import { loadView } from '../view/loadViews';
import { create, type StartResult } from './create';
import { refuseElsewhere } from './refuseElsewhere';
import { stoppedByPerson } from './stoppedByPerson';
import { update, updateStrategyFor } from './update';
import { updateRefusal } from './updateRefusal';

/**
 * Starts a preview, or updates the one with the same workload and key.
 * Network first, then one transaction; idempotent.
 */
export async function start(
  context: SessionContext,
  caller: Caller,
  request: StartRequest,
  grant: StartGrant,
  idempotencyKey: string | undefined,
): Promise<StartResponse> {
  const { knex, clock } = context;
  const now = clock.now();
  const parsed = parseStart(request, now);
  const hashed = ['start', withoutSecrets(request)];
  return once(context, caller, idempotencyKey, hashed, remember =>
    context.secrets.keepFor(
      caller.ref,
      parsed.inputs.secretMounts,
      async secretContents => {
        const plan = await planStart(context, {
          now,
          parsed: { ...parsed, secretContents },
          grant,
          caller,
          repeatable: parsed.key !== null || idempotencyKey !== undefined,
        });
        const strategy = await updateStrategyFor(context, plan);
        const answer = await knex.transaction(async trx => {
          const result = await carryOut(trx, context, plan, grant, strategy);
          const session = await loadView(trx, context, result.session);
          const response: StartResponse = { session, outcome: result.outcome };
          await remember(trx, response);
          return response;
        });
        if (hasEffect(answer)) {
          announce(context, answer.session.id);
        }
        if (answer.outcome === 'created') {
          const { entityRef, annotations } = plan.entity;
          logLinkProblems(context.logger, entityRef, entityLinks(annotations));
        }
        return answer;
      },
      hasEffect,
    ),
  );
}

function hasEffect({ outcome }: StartResponse): boolean {
  return outcome !== 'keptStopped' && outcome !== 'unchanged';
}

/** Not even a digest of them is kept. */
function withoutSecrets({ secretMounts, ...rest }: StartRequest) {
  return secretMounts
    ? { ...rest, secretMounts: secretMounts.map(({ path }) => path) }
    : rest;
}

async function carryOut(
  trx: Knex.Transaction,
  context: SessionContext,
  plan: StartPlan,
  grant: StartGrant,
  strategy: UpdateStrategy,
): Promise<StartResult> {
  const { wish, entity, caller, parsed, now } = plan;
  await lockQuota(trx, {
    createdBy: caller.ref,
    ownerRef: entity.ownerRefs[0],
    entityRef: entity.entityRef,
    cluster: wish.cluster,
  });
  const tuple = { ...wish, target: plan.workload };
  const present = await findActiveSession(trx, tuple);
  refuseElsewhere(present);
  // Asked first: no outcome at all may show or touch what is not theirs.
  const refusal = present && updateRefusal(grant, present);
  if (refusal) {
    throw refusal;
  }
  const last =
    present ??
    (await findLastEnded(trx, { ...tuple, entityRef: entity.entityRef }));
  if (last && stoppedByPerson(last, caller, parsed.resume, now)) {
    return { session: last, outcome: 'keptStopped' };
  }
  return present
    ? update(trx, { ...plan, now: context.clock.now() }, present, strategy)
    : create(trx, context, plan, grant, last);
}

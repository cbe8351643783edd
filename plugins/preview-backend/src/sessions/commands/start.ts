// SPDX-License-Identifier: Apache-2.0
import type {
  StartRequest,
  StartResponse,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../../authorization/Caller';
import { findActiveSession } from '../../database/sessions/findActiveSession';
import { findLastEnded } from '../../database/sessions/findLastEnded';
import { lockQuota } from '../../database/sessions/lockQuota';
import { once } from '../idempotency';
import { announce, type SessionContext } from '../SessionContext';
import { parseStart } from '../start/parseStart';
import { planStart } from '../start/planStart';
import type { StartGrant } from '../start/StartGrant';
import { loadView } from '../view/loadViews';
import { create } from './create';
import { stoppedByPerson } from './stoppedByPerson';
import { update, updateStrategyFor } from './update';

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
  const parsed = parseStart(request, clock.now());
  const hashed = ['start', request];
  return once(context, caller, idempotencyKey, hashed, async remember => {
    const plan = await planStart(context, {
      parsed,
      grant,
      caller,
      repeatable: parsed.key !== null || idempotencyKey !== undefined,
    });
    const strategy = await updateStrategyFor(context, plan);
    const answer = await knex.transaction(async trx => {
      const tuple = { ...plan.wish, target: plan.workload };
      await lockQuota(trx, {
        createdBy: caller.ref,
        ownerRef: plan.entity.ownerRefs[0],
        entityRef: plan.entity.entityRef,
        cluster: plan.wish.cluster,
      });
      const present = await findActiveSession(trx, tuple);
      const last = present ?? (await findLastEnded(trx, tuple));
      const kept =
        last && stoppedByPerson(last, caller, parsed.resume, plan.now);
      const result = await (kept
        ? { session: last, outcome: 'keptStopped' as const }
        : present
        ? update(trx, plan, grant, present, strategy)
        : create(trx, context, plan, grant, last));
      const session = await loadView(trx, context, result.session);
      const response: StartResponse = { session, outcome: result.outcome };
      await remember(trx, response);
      return response;
    });
    if (!['keptStopped', 'unchanged'].includes(answer.outcome)) {
      announce(context, answer.session.id);
    }
    return answer;
  });
}

// SPDX-License-Identifier: Apache-2.0
import {
  type Check,
  filterFingerprint,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { isFree } from '../../database/environments/EnvironmentRecord';
import { getEnvironment } from '../../database/environments/getEnvironment';
import { countActive } from '../../database/sessions/countActive';
import { findLastEnded } from '../../database/sessions/findLastEnded';
import { findSessionByFilter } from '../../database/sessions/findSessionByFilter';
import { failed, passed, report } from '../../policy/evaluate';
import { QUOTA_RULES } from '../../policy/rules';
import { keyInUse } from '../commands/create';
import { updateRefusal } from '../commands/updateRefusal';
import type { SessionContext } from '../SessionContext';
import { metFilter } from '../start/metFilter';
import type { StartPlan } from '../start/planStart';
import type { StartGrant } from '../start/StartGrant';
import { existsCheck } from './existsCheck';

/** What other previews have to say about a start, for a preflight. */
export async function presentChecks(
  { knex }: Pick<SessionContext, 'knex'>,
  grant: StartGrant,
  plan: StartPlan,
): Promise<Check[]> {
  return knex.transaction(async trx => [
    ...(await existing(trx, grant, plan)),
    ...(plan.active ? [] : await quotas(trx, plan)),
    await environment(trx, grant, plan),
    await filter(trx, plan),
  ]);
}

async function existing(
  trx: Knex.Transaction,
  grant: StartGrant,
  plan: StartPlan,
): Promise<Check[]> {
  const { active, wish, workload, entity } = plan;
  const refusal = active && updateRefusal(grant, active);
  if (refusal) {
    return [failed('update', refusal)];
  }
  const { entityRef } = entity;
  const tuple = { ...wish, target: workload, entityRef };
  return existsCheck(plan, active ?? (await findLastEnded(trx, tuple)));
}

async function quotas(
  trx: Knex.Transaction,
  { caller, entity, wish, config }: StartPlan,
): Promise<Check[]> {
  const counts = await countActive(trx, {
    createdBy: caller.ref,
    ownerRef: entity.ownerRefs[0],
    entityRef: entity.entityRef,
    cluster: wish.cluster,
  });
  return report(QUOTA_RULES, { config, caller, counts });
}

async function environment(
  trx: Knex.Transaction,
  { mayJoin }: StartGrant,
  { wish, entity, now }: StartPlan,
): Promise<Check> {
  const name = 'environment';
  const found = await getEnvironment(trx, wish.key);
  if (
    !found ||
    isFree(found, now) ||
    entity.ownerRefs.includes(found.ownerRef)
  ) {
    return passed(name, 'The key is free, or belongs to the team.');
  }
  return mayJoin
    ? {
        ...passed(
          name,
          `The preview joins an environment of ${found.ownerRef}.`,
        ),
        status: 'warning',
      }
    : failed(name, keyInUse(found.ownerRef));
}

async function filter(
  trx: Knex.Transaction,
  { wish, workload, present }: StartPlan,
): Promise<Check> {
  const name = 'filter-conflict';
  const wanted = wish.traffic.filter;
  const other =
    wanted &&
    (await findSessionByFilter(trx, {
      ...wish,
      target: workload,
      filterFingerprint: filterFingerprint(wanted, wish.key),
    }));
  const refusal =
    other && other.id !== present?.id
      ? previewError('FilterConflict', { field: 'traffic.filter' })
      : await metFilter(trx, { ...wish, target: workload });
  return refusal
    ? failed(name, refusal)
    : passed(name, 'No other preview of the service takes these requests.');
}

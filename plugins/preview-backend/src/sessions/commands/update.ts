// SPDX-License-Identifier: Apache-2.0
import {
  filterFingerprint,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import type {
  SessionRecord,
  UpdateStrategy,
} from '../../database/SessionRecord';
import { findSessionByFilter } from '../../database/sessions/findSessionByFilter';
import { askDriver } from '../../drivers/askDriver';
import { intentOf } from '../../lifecycle/intentOf';
import type { SessionContext } from '../SessionContext';
import { refuseMetFilter } from '../start/metFilter';
import type { StartPlan } from '../start/planStart';
import { defaultEnd } from '../start/wishOf';
import type { StartResult } from './create';
import { type Desire, changeDesired } from './changeDesired';

/**
 * Whether a new revision fits beside the present one: asked of the cluster,
 * before the transaction.
 */
export async function updateStrategyFor(
  { drivers }: Pick<SessionContext, 'drivers'>,
  {
    present,
    wish,
    capabilities,
  }: Pick<StartPlan, 'present' | 'wish' | 'capabilities'>,
): Promise<UpdateStrategy> {
  if (!present) {
    return 'surge';
  }
  if (!capabilities.inPlaceUpdate) {
    return 'recreate';
  }
  if (present.image === wish.image) {
    return present.updateStrategy;
  }
  const number = present.revision + 1;
  const next = { ...present, image: wish.image, revision: number };
  const driver = drivers.forCluster(present.cluster);
  const { image } = wish;
  const revisions = [
    { sessionId: present.id, number, image, digests: [], at: 0, by: '' },
  ];
  const report = await askDriver(() =>
    driver.preflight(intentOf(next, revisions)),
  );
  return report.update ?? 'surge';
}

/**
 * Brings a present session to what the start asks for. Call when
 * `updateRefusal` has nothing against it.
 */
export async function update(
  trx: Knex.Transaction,
  plan: StartPlan,
  present: SessionRecord,
  updateStrategy: UpdateStrategy,
): Promise<StartResult> {
  const { wish, parsed } = plan;
  const desire: Desire = {
    image: wish.image,
    env: wish.env,
    inputs: wish.inputs,
    labelMode: wish.labelMode,
    replicas: wish.replicas,
    traffic: wish.traffic,
    ...endOf(plan, present),
    updateStrategy,
    immutable: !plan.capabilities.inPlaceUpdate,
    reason: parsed.reason,
    revive: true,
  };
  await refuseTakenFilter(trx, present, desire);
  const session = await changeDesired(trx, plan, present, desire);
  if (!session) {
    return { session: present, outcome: 'unchanged' };
  }
  const gap =
    session.revision !== present.revision && !plan.capabilities.inPlaceUpdate;
  return { session, outcome: gap ? 'replaced' : 'updated' };
}

/** An end moves only when asked for; what had stopped gets a new one. */
export function endOf(
  { wish, parsed, config, now }: StartPlan,
  present: SessionRecord,
): Pick<Desire, 'expiresAt'> {
  if (wish.endAsked || parsed.pinned === false) {
    return { expiresAt: wish.expiresAt };
  }
  return present.desiredState === 'stopped'
    ? { expiresAt: defaultEnd(config, now) }
    : {};
}

async function refuseTakenFilter(
  trx: Knex.Transaction,
  present: SessionRecord,
  { traffic }: Desire,
): Promise<void> {
  if (!traffic?.filter || isDeepStrictEqual(traffic, present.traffic)) {
    return;
  }
  await refuseMetFilter(trx, { ...present, traffic });
  const other = await findSessionByFilter(trx, {
    ...present,
    filterFingerprint: filterFingerprint(traffic.filter, present.key),
  });
  if (other && other.id !== present.id) {
    throw previewError('FilterConflict', {
      message: `The preview ${other.key} of this service already takes these requests.`,
      field: 'traffic.filter',
    });
  }
}

// SPDX-License-Identifier: Apache-2.0
import {
  type StartOutcome,
  filterFingerprint,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { recordEvent } from '../../audit/recordEvent';
import { claimEnvironment } from '../../database/environments/claimEnvironment';
import { insertRevision } from '../../database/history/insertRevision';
import { insertNotices } from '../../database/notices/insertNotices';
import { newSession } from '../../database/newSession';
import type { SessionRecord } from '../../database/SessionRecord';
import { countActive } from '../../database/sessions/countActive';
import { insertSession } from '../../database/sessions/insertSession';
import { backstopFor } from '../../lifecycle/backstop';
import { entityLinks } from '../../links/entityLinks';
import { dueNow, type NewNotice } from '../../notifications/Notice';
import { warningsFor } from '../../notifications/warnings';
import { enforce } from '../../policy/evaluate';
import { QUOTA_RULES } from '../../policy/rules';
import type { SessionContext } from '../SessionContext';
import { refuseMetFilter } from '../start/metFilter';
import type { StartPlan } from '../start/planStart';
import type { StartGrant } from '../start/StartGrant';
import { eventOf } from './eventOf';

/** What a start did. */
export interface StartResult {
  session: SessionRecord;
  outcome: StartOutcome;
}

/**
 * Begins a new session. Call with the quota lock held and no session of this
 * workload and key active.
 *
 * @param last - the newest ended session of this workload and key
 */
export async function create(
  trx: Knex.Transaction,
  context: Pick<SessionContext, 'config' | 'random' | 'clock'>,
  plan: StartPlan,
  grant: StartGrant,
  last: SessionRecord | undefined,
): Promise<StartResult> {
  const objection = grant.createObjection(plan.wish);
  if (objection) {
    throw objection;
  }
  const session = recordOf(context, plan);
  enforce(QUOTA_RULES, {
    config: plan.config,
    caller: plan.caller,
    counts: await countActive(trx, session),
  });
  const foreignOwner = await enterEnvironment(trx, plan, grant);
  await refuseMetFilter(trx, session);
  await insertOrRefuse(trx, session);
  await insertRevision(trx, {
    sessionId: session.id,
    number: session.revision,
    image: session.image,
    digests: [],
    at: session.createdAt,
    by: session.createdBy,
  });
  // Whatever stood in the way of it has ended, and said so, before.
  const at = context.clock.now();
  const resumed = plan.parsed.resume && last !== undefined;
  const { reason } = plan.parsed;
  await recordEvent(
    trx,
    eventOf(
      plan.caller,
      resumed ? 'session.resumed' : 'session.started',
      session,
      at,
      reason,
    ),
  );
  if (foreignOwner) {
    await recordEvent(
      trx,
      eventOf(
        plan.caller,
        'environment.joined',
        session,
        at,
        `The environment belongs to ${foreignOwner}.`,
      ),
    );
  }
  await insertNotices(
    trx,
    noticesOfStart(context, plan, session, foreignOwner),
  );
  return { session, outcome: 'created' };
}

function noticesOfStart(
  { config }: Pick<SessionContext, 'config'>,
  { caller, now }: StartPlan,
  session: SessionRecord,
  foreignOwner: string | null,
): NewNotice[] {
  const warnings = warningsFor(session, config.notifications.warnBefore, now);
  return foreignOwner === null
    ? warnings
    : [
        ...warnings,
        dueNow(
          session,
          { kind: 'joined', ownerRef: foreignOwner },
          session.key,
          now,
          caller.ref,
        ),
      ];
}

function recordOf(
  { config, random }: Pick<SessionContext, 'config' | 'random'>,
  { wish, caller, entity, parsed, now, workload, driverType }: StartPlan,
): SessionRecord {
  const { traffic, expiresAt } = wish;
  return newSession({
    id: random.uuid(),
    key: wish.key,
    entityRef: entity.entityRef,
    ownerRef: entity.ownerRefs[0],
    cluster: wish.cluster,
    namespace: wish.namespace,
    target: workload,
    driver: driverType,
    entityLinks: entityLinks(entity.annotations),
    image: wish.image,
    replicas: wish.replicas,
    env: wish.env,
    inputs: wish.inputs,
    labelMode: wish.labelMode,
    traffic,
    filterFingerprint:
      traffic.filter && filterFingerprint(traffic.filter, wish.key),
    desiredReason: parsed.reason,
    expiresAt,
    pinned: expiresAt === null,
    pinnedBy: expiresAt === null ? caller.ref : null,
    backstopAt: backstopFor(expiresAt, now, config.lifecycle.backstopGrace),
    createdBy: caller.ref,
    claimedActor: parsed.claimedActor,
    via: caller.via,
    createdAt: now,
  });
}

/**
 * @returns the owner when the environment is somebody else's
 * @throws PreviewError `KeyInUse` when it may not be joined
 */
async function enterEnvironment(
  trx: Knex.Transaction,
  { wish, entity, now }: StartPlan,
  grant: StartGrant,
): Promise<string | null> {
  const [ownerRef] = entity.ownerRefs;
  const environment = await claimEnvironment(trx, {
    key: wish.key,
    ownerRef,
    now,
  });
  if (entity.ownerRefs.includes(environment.ownerRef)) {
    return null;
  }
  if (!grant.mayJoin) {
    throw keyInUse(environment.ownerRef);
  }
  return environment.ownerRef;
}

export function keyInUse(ownerRef: string) {
  return previewError('KeyInUse', {
    message: `This key belongs to ${ownerRef}.`,
    field: 'key',
    rule: 'preview.environment.join',
  });
}

async function insertOrRefuse(
  trx: Knex.Transaction,
  session: SessionRecord,
): Promise<void> {
  const inserted = await insertSession(trx, session);
  if (inserted === 'filter-taken') {
    throw previewError('FilterConflict', { field: 'traffic.filter' });
  }
  if (inserted === 'key-taken') {
    throw previewError('SessionBusy');
  }
}

// SPDX-License-Identifier: Apache-2.0
import { parseEntityRef } from '@backstage/catalog-model';
import {
  formatTarget,
  generateKey,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../../authorization/Caller';
import type { SessionRecord } from '../../database/SessionRecord';
import { findActiveSession } from '../../database/sessions/findActiveSession';
import { askDriver } from '../../drivers/askDriver';
import { enforce } from '../../policy/evaluate';
import type { EarlyInput, PolicyInput } from '../../policy/Rule';
import { EARLY_RULES, TARGET_RULES } from '../../policy/rules';
import type { SessionContext } from '../SessionContext';
import { candidatesOf } from './candidates';
import { type ChosenTarget, chooseCandidate } from './chooseCandidate';
import type { ParsedStart } from './parseStart';
import type { StartGrant } from './StartGrant';
import { wishOf } from './wishOf';

export interface StartInputs {
  /** The moment from which the request's times are counted. */
  now: number;
  parsed: ParsedStart;
  grant: StartGrant;
  caller: Caller;
  repeatable: boolean;
}

/** What is known before the cluster was asked. */
export interface EarlyPlan extends EarlyInput {
  chosen: ChosenTarget;
}

/** Everything that is known of a start, apart from quotas. */
export interface StartPlan extends PolicyInput {
  chosen: ChosenTarget;
  parsed: ParsedStart;
  /** Canonical text of the workload that is cloned. */
  workload: string;
  driverType: string;
  /** The active session of this workload and key, as it was just now. */
  active: SessionRecord | undefined;
  /** The same where it is of this entity: what the start would update. */
  present: SessionRecord | undefined;
}

/**
 * Reads request and entity against each other.
 *
 * @throws PreviewError when they do not lead to one workload
 */
export function planEarly(
  { config, random }: SessionContext,
  { now, parsed, grant, caller, repeatable }: StartInputs,
): EarlyPlan {
  const { entity } = grant;
  const candidates = candidatesOf(entity, config.clusters);
  const chosen = chooseCandidate(parsed, candidates, config.clusters);
  const { name } = parseEntityRef(entity.entityRef);
  const key = parsed.key ?? generateKey(name, max => random.int(max));
  const { ofCatalog, cluster, namespace } = chosen;
  return {
    config,
    caller,
    now,
    entity,
    ofCatalog,
    chosen,
    claimedActor: parsed.claimedActor,
    repeatable,
    wish: wishOf({ config, parsed, key, now, place: { cluster, namespace } }),
  };
}

/** Asks cluster and database for the rest. Rules are not asked yet. */
export async function planLate(
  { drivers, knex, config }: SessionContext,
  parsed: ParsedStart,
  early: EarlyPlan,
): Promise<StartPlan> {
  const { chosen, now, wish, entity } = early;
  const { cluster, namespace } = chosen;
  const driver = drivers.forCluster(cluster);
  const [facts, capabilities] = await askDriver(() =>
    Promise.all([
      driver.resolve({ cluster, namespace, target: chosen.target }),
      driver.capabilities(cluster),
    ]),
  );
  const { container } = chosen.target;
  const workload = formatTarget({ ...facts.target, container });
  const tuple = { cluster, namespace, target: workload, key: wish.key };
  const found = await knex.transaction(trx => findActiveSession(trx, tuple));
  const active = found?.origin === 'portal' ? found : undefined;
  const present = active?.entityRef === entity.entityRef ? active : undefined;
  const named = candidatesOf(entity, config.clusters).some(
    ({ target }) =>
      target.kind === facts.target.kind && target.name === facts.target.name,
  );
  const place = { cluster, namespace };
  return {
    ...early,
    parsed,
    ofCatalog: chosen.ofCatalog && named,
    wish: wishOf({
      ...{ config, parsed, key: wish.key, now, place, present },
      labelModes: capabilities.labelModes,
    }),
    target: facts,
    capabilities,
    workload,
    driverType: driver.type,
    active,
    present,
  };
}

/**
 * Gathers a start and asks every rule but quotas, in order.
 *
 * @throws PreviewError of whatever stands in the way first
 */
export async function planStart(
  context: SessionContext,
  inputs: StartInputs,
): Promise<StartPlan> {
  const early = planEarly(context, inputs);
  const objection = inputs.grant.objection(early.chosen);
  if (objection) {
    throw objection;
  }
  enforce(EARLY_RULES, early);
  const plan = await planLate(context, inputs.parsed, early);
  enforce(TARGET_RULES, plan);
  return plan;
}

// SPDX-License-Identifier: Apache-2.0
import {
  type Check,
  type PreflightReport,
  type StartRequest,
  filterHeaders,
  isPreviewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverPreflight,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Caller } from '../../authorization/Caller';
import { askDriver } from '../../drivers/askDriver';
import { backstopFor } from '../../lifecycle/backstop';
import { failed, notChecked, report } from '../../policy/evaluate';
import { EARLY_RULES, TARGET_RULES } from '../../policy/rules';
import type { SessionContext } from '../SessionContext';
import { parseStart } from '../start/parseStart';
import {
  type EarlyPlan,
  type StartPlan,
  planEarly,
  planLate,
} from '../start/planStart';
import type { StartGrant } from '../start/StartGrant';
import { presentChecks } from './presentChecks';

/**
 * Says everything that a start would check and do. Throws only for a request
 * that has not the right form.
 */
export async function preflight(
  context: SessionContext,
  caller: Caller,
  request: StartRequest,
  grant: StartGrant,
): Promise<PreflightReport> {
  const now = context.clock.now();
  const parsed = parseStart(request, now);
  const inputs = { now, parsed, grant, caller, repeatable: true };
  const early = await attempt('target', async () => planEarly(context, inputs));
  if ('problem' in early) {
    return reportOf(request, null, [
      early.problem,
      ...notChecked(EARLY_RULES),
      ...notChecked(TARGET_RULES),
    ]);
  }
  const objection = grant.objection(early.value.chosen);
  const checks = [
    ...(objection ? [failed('permission', objection)] : []),
    ...report(EARLY_RULES, early.value),
  ];
  // Whoever may not start here learns nothing about the workload.
  if (checks.some(({ status }) => status === 'failed')) {
    return reportOf(request, early.value, [
      ...checks,
      ...notChecked(TARGET_RULES),
    ]);
  }
  const late = await attempt('target', () =>
    planLate(context, parsed, early.value),
  );
  if ('problem' in late) {
    return reportOf(request, early.value, [
      ...checks,
      late.problem,
      ...notChecked(TARGET_RULES),
    ]);
  }
  checks.push(...report(TARGET_RULES, late.value));
  checks.push(...(await presentChecks(context, grant, late.value)));
  return checks.some(({ status }) => status === 'failed')
    ? reportOf(request, late.value, checks, late.value)
    : withDriver(context, request, late.value, checks);
}

type Attempted<T> = { value: T } | { problem: Check };

async function attempt<T>(
  name: string,
  work: () => Promise<T>,
): Promise<Attempted<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (isPreviewError(error)) {
      return { problem: failed(name, error) };
    }
    throw error;
  }
}

async function withDriver(
  { drivers, config, random }: SessionContext,
  request: StartRequest,
  plan: StartPlan,
  checks: Check[],
): Promise<PreflightReport> {
  const { wish, present, now } = plan;
  const number = (present?.revision ?? 0) + 1;
  const intent: SessionIntent = {
    sessionId: present?.id ?? random.uuid(),
    key: wish.key,
    cluster: wish.cluster,
    namespace: wish.namespace,
    handle: present?.handle ?? null,
    entityRef: plan.entity.entityRef,
    target: { ...plan.target.target, container: plan.chosen.target.container },
    traffic: wish.traffic,
    labelMode: wish.labelMode,
    replicas: wish.replicas,
    env: wish.env,
    inputs: wish.inputs,
    secretFiles: null,
    revisions: [{ number, image: wish.image }],
    serving: number,
    routed: wish.traffic.mode !== 'none',
    expiresAt: wish.expiresAt,
    backstopAt: backstopFor(
      wish.expiresAt,
      now,
      config.lifecycle.backstopGrace,
    ),
  };
  const driver = await askDriver(() =>
    drivers.forCluster(wish.cluster).preflight(intent),
  );
  return reportOf(request, plan, [...checks, ...driver.checks], plan, driver);
}

function reportOf(
  { image }: StartRequest,
  early: EarlyPlan | null,
  checks: Check[],
  plan?: StartPlan,
  driver?: DriverPreflight,
): PreflightReport {
  const expiresAt = early?.wish.expiresAt ?? null;
  return {
    ok: checks.every(({ status }) => status !== 'failed'),
    checks,
    differences: driver?.differences ?? [],
    notCovered: driver?.notCovered ?? [],
    notCoveredDeclared: driver?.notCoveredDeclared ?? false,
    key: early?.wish.key ?? '',
    target: plan?.workload ?? null,
    cluster: early?.wish.cluster ?? null,
    namespace: early?.wish.namespace ?? null,
    image,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    headers: early
      ? filterHeaders(early.wish.traffic.filter, early.wish.key)
      : {},
    curl: driver?.access.curl ?? null,
    update: driver?.update ?? null,
  };
}

// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverPreflight,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { PreviewConfig } from '../../../config/types';
import { cloneFor } from '../act/cloneFor';
import type { Builders } from '../builders';
import { type Declared, readDeclared } from '../clone/declared';
import type { Clone } from '../clone/podTemplate';
import type { Cluster } from '../cluster/Cluster';
import type { Workload } from '../model';
import type { Facts } from '../plan/facts';
import { makePlan, type Plan } from '../plan/plan';
import { accessTo } from '../routing/accessTo';
import { readSelectors } from '../state/selectors';
import { refusalsOfIntent } from '../supported';
import { failed, fromError, passed } from './check';
import { dryRun } from './dryRun';
import { notCoveredBy } from './notCovered';
import { checkNetworkPolicies } from './networkPolicies';
import { checkQuota } from './quota';
import { checkRouting } from './routing';

export interface PreflightInput {
  cluster: Cluster;
  intent: SessionIntent;
  now: number;
  builders: Builders;
  routing: PreviewConfig['routing'];
}

const NOTHING: DriverPreflight = {
  checks: [],
  differences: [],
  notCovered: [],
  notCoveredDeclared: false,
  access: {
    url: null,
    reason: 'The target was not found.',
    headers: {},
    curl: null,
    portForward: null,
    shareUrl: null,
  },
  update: null,
};

/** Everything that a start would check, without writing anything. */
export async function runPreflight(
  input: PreflightInput,
): Promise<DriverPreflight> {
  const { intent, cluster, routing } = input;
  const refused = refusalsOfIntent(intent, routing.headers).map(error =>
    fromError('traffic', error),
  );
  const state = await gather(input).catch(error => fromError('target', error));
  if ('status' in state) {
    return { ...NOTHING, checks: [...refused, state] };
  }
  const { facts, plan, clone, declared } = state;
  const pods = clone.refusals.length
    ? clone.refusals.map(message => failed('pod', 'TargetUnsupported', message))
    : await dryRun({ ...input, facts, plan, clone });
  const room = await checkQuota(cluster, intent, clone.template);
  const checks: Check[] = [
    ...refused,
    passed('target', `${facts.target!.metadata.name} can be copied.`),
    ...pods,
    ...(await checkRouting({ ...input, facts, plan })),
    ...(await checkNetworkPolicies(cluster, intent.namespace, facts, clone)),
    ...room.checks,
  ];
  return {
    checks,
    differences: clone.differences,
    ...notCoveredBy(facts.target!, declared),
    access: await accessTo(cluster, intent, facts, plan),
    update: room.update,
  };
}

interface Gathered {
  facts: Facts;
  plan: Plan;
  clone: Clone;
  declared: Declared;
}

async function gather(input: PreflightInput): Promise<Gathered | Check> {
  const { cluster, intent, builders, now } = input;
  const facts = await cluster.reader.facts(intent);
  if (!facts.target) {
    return failed(
      'target',
      'TargetNotFound',
      `There is no ${intent.target.kind} "${intent.target.name}" in the namespace ${intent.namespace}.`,
      { field: 'target' },
    );
  }
  const plan = makePlan({ ...intent, routed: true }, facts, now, {
    builders,
    gateway: cluster.config.gateway,
    proven: cluster.proven,
  });
  const clone = await cloned(input, facts.target);
  return { facts, plan, clone, declared: readDeclared(facts.target) };
}

async function cloned(
  { cluster, intent, builders }: PreflightInput,
  target: Workload,
): Promise<Clone> {
  const selectors = await readSelectors(cluster, intent.namespace);
  const newest = intent.revisions[intent.revisions.length - 1];
  return cloneFor(intent, newest, target, selectors, builders.clonePod);
}

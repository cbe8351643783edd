// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverPreflight,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { fromError, passed, warned } from '../kubernetes/preflight/check';
import { accessOf } from './access';
import { conflictRefusal, conflictsWith } from './conflicts';
import { prepare, prunedBy } from './create';
import { DIFFERENCES } from './differences';
import type { MirrordSession } from './model';
import { type OperatorFacts, operatorRefusal, readOperator } from './operator';
import { PREVIEW_SESSIONS } from './resources';
import { refusalsOfIntent } from './supported';

/** Everything that a start would check, without writing anything. */
export async function runPreflight(
  cluster: Cluster,
  intent: SessionIntent,
  limits: { now: number; ceiling: number },
): Promise<DriverPreflight> {
  const checks: Check[] = [];
  const operator = await readOperator(cluster).then(
    found => {
      checks.push(operatorCheck(found, limits.now));
      return found;
    },
    error => {
      checks.push(fromError('operator', error));
      return null;
    },
  );
  checks.push(
    ...refusalsOfIntent(intent, operator).map(error =>
      fromError('traffic', error),
    ),
    ...(await sessionChecks(cluster, intent, limits)),
    warned(
      'labels',
      'The preview keeps the labels of the service and never counts as ready.',
      'A PodDisruptionBudget or an autoscaler of the service counts it as well.',
    ),
  );
  return {
    checks,
    differences: DIFFERENCES,
    notCovered: [],
    notCoveredDeclared: false,
    access: accessOf(intent, null, cluster.config.gateway.url),
    update: 'recreate',
  };
}

function operatorCheck(operator: OperatorFacts | null, now: number): Check {
  const refusal = operatorRefusal(operator, now);
  return refusal
    ? fromError('operator', refusal)
    : passed('operator', `The mirrord operator ${operator!.version} answers.`);
}

async function sessionChecks(
  cluster: Cluster,
  intent: SessionIntent,
  limits: { now: number; ceiling: number },
): Promise<Check[]> {
  try {
    const session = await prepare(cluster, intent, limits);
    const pruned = await prunedBy(cluster, session);
    const { items } = await cluster.client.list<MirrordSession>(
      PREVIEW_SESSIONS,
      intent.namespace,
    );
    const { target } = session.spec;
    return [
      passed('target', `${target.name} can be copied.`),
      pruned
        ? fromError('resource', pruned)
        : passed('resource', 'The cluster takes the preview.'),
      ...conflictsWith(intent, items).map(each =>
        fromError('filter-conflict', conflictRefusal(each)),
      ),
    ];
  } catch (error) {
    return [fromError('target', error)];
  }
}

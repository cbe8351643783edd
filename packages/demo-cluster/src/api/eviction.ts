// SPDX-License-Identifier: Apache-2.0
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { StatusError, notAllowed } from '../registry/StatusError';
import { matchesSelector } from '../store/labelSelector';
import { Handler } from './Exchange';

/** POST of `pods/NAME/eviction`: a deletion that disruption budgets may refuse. */
export function evictionHandler(registry: Registry): Handler {
  return ({ info, body, context }) => {
    if (info.verb !== 'create') throw notAllowed();
    const pod = registry.get('pods', info.namespace, info.name!);
    const budget = registry.store
      .list('poddisruptionbudgets.policy', info.namespace)
      .find(({ spec }) => matchesSelector(spec.selector, pod.metadata.labels));
    if (
      budget &&
      pod.status?.phase === 'Running' &&
      (budget.status?.disruptionsAllowed ?? 0) <= 0
    ) {
      const { currentHealthy = 0, desiredHealthy = 0 } = budget.status ?? {};
      throw new StatusError(
        429,
        'TooManyRequests',
        "Cannot evict pod as it would violate the pod's disruption budget.",
        {
          causes: [
            {
              reason: 'DisruptionBudget',
              message: `The disruption budget ${budget.metadata.name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`,
              field: '',
            },
          ],
        },
      );
    }
    deleteObject(
      registry,
      registry.kind('pods'),
      pod,
      body.deleteOptions ?? {},
      context,
    );
    return {
      code: 201,
      body: {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Success',
        code: 201,
      },
    };
  };
}

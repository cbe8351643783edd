// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@preview-environments/backstage-plugin-preview-common';
import type { Clone } from '../clone/podTemplate';
import { selects } from '../clone/selectors';
import type { Cluster } from '../cluster/Cluster';
import { NETWORK_POLICIES } from '../cluster/resources';
import type { KubeObject, LabelSelector } from '../model';
import type { Facts } from '../plan/facts';
import { notChecked, passed, warned } from './check';

interface NetworkPolicy extends KubeObject {
  spec: { podSelector?: LabelSelector };
}

/** Rules that hold for the target's pods and would not hold for the preview. */
export async function checkNetworkPolicies(
  cluster: Cluster,
  namespace: string,
  facts: Facts,
  clone: Clone,
): Promise<Check[]> {
  try {
    const policies = (await cluster.reader.team(
      NETWORK_POLICIES,
      namespace,
    )) as NetworkPolicy[];
    const before = facts.target?.spec.template.metadata?.labels ?? {};
    const after = clone.template.metadata?.labels ?? {};
    const lost = policies.filter(
      ({ spec: { podSelector = {} } }) =>
        selects(podSelector, before) && !selects(podSelector, after),
    );
    return lost.length
      ? [
          warned(
            'network policies',
            `${lost
              .map(({ metadata }) => metadata.name)
              .join(', ')} would not apply to the preview.`,
            'The preview has other labels than the stable pods; what it may reach can differ.',
          ),
        ]
      : [passed('network policies', 'The same network policies apply.')];
  } catch {
    return [notChecked('network policies', 'Network policies cannot be read.')];
  }
}

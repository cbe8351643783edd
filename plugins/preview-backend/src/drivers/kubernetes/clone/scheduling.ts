// SPDX-License-Identifier: Apache-2.0
import type { Difference } from '@preview-environments/backstage-plugin-preview-common';
import type { AffinityTerm, PodAffinity, PodSpec } from '../model';
import { selects } from './selectors';

/** Fields by which a preview could push production aside or sit on a node. */
const DROPPED: Record<string, string> = {
  nodeName: 'it would pin the preview to one node',
  priority: 'a preview must never displace the stable version',
  priorityClassName: 'a preview must never displace the stable version',
  preemptionPolicy: 'a preview must never displace the stable version',
  schedulingGates: 'nobody would open them for a preview',
};

export interface Stripped {
  spec: PodSpec;
  differences: Difference[];
}

/**
 * Drops what would let a preview stand in the way of the target's pods.
 * Rules about other services and about nodes stay.
 */
export function stripScheduling(
  spec: PodSpec,
  targetLabels: Record<string, string>,
): Stripped {
  const differences: Difference[] = [];
  const kept = { ...spec } as PodSpec & Record<string, unknown>;
  for (const [field, why] of Object.entries(DROPPED)) {
    if (field in kept) {
      delete kept[field];
      differences.push({ what: field, action: 'dropped', why });
    }
  }
  const aboutTarget = (term: AffinityTerm) =>
    selects(term.labelSelector ?? {}, targetLabels);
  const note = (what: string) =>
    differences.push({
      what,
      action: 'dropped',
      why: 'it counts the pods of the stable version',
    });

  const spread = kept.topologySpreadConstraints;
  if (spread?.some(aboutTarget)) {
    kept.topologySpreadConstraints = spread.filter(term => !aboutTarget(term));
    note('topologySpreadConstraints');
  }
  if (kept.affinity) {
    kept.affinity = { ...kept.affinity };
    for (const field of ['podAffinity', 'podAntiAffinity'] as const) {
      const before = kept.affinity[field];
      const after = before && without(before, aboutTarget);
      if (after && after.dropped) {
        kept.affinity[field] = after.terms;
        note(field);
      }
    }
  }
  return { spec: kept, differences };
}

function without(
  affinity: PodAffinity,
  drop: (term: AffinityTerm) => boolean,
): { terms: PodAffinity; dropped: boolean } {
  const required =
    affinity.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const preferred =
    affinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const keptRequired = required.filter(term => !drop(term));
  const keptPreferred = preferred.filter(
    ({ podAffinityTerm }) => !drop(podAffinityTerm),
  );
  return {
    terms: {
      requiredDuringSchedulingIgnoredDuringExecution: keptRequired,
      preferredDuringSchedulingIgnoredDuringExecution: keptPreferred,
    },
    dropped:
      keptRequired.length + keptPreferred.length <
      required.length + preferred.length,
  };
}

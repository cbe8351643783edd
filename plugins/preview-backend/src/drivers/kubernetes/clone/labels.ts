// SPDX-License-Identifier: Apache-2.0
import type { Difference } from '@preview-environments/backstage-plugin-preview-common';
import type { LabelSelector } from '../model';
import { type PodSelector, requiredKeys, selects } from './selectors';

type Labels = Record<string, string>;

/** Marks by which controllers and GitOps tools know what is theirs. */
const FOREIGN = [
  /^pod-template-hash$/,
  /^controller-revision-hash$/,
  /^rollouts-pod-template-hash$/,
  /^controller-uid$/,
  /^job-name$/,
  /^(statefulset|batch|deployment)\.kubernetes\.io\//,
  /^apps\.kubernetes\.io\//,
  /^app\.kubernetes\.io\/(instance|managed-by)$/,
  /^argocd\.argoproj\.io\//,
  /^(kustomize|helm)\.toolkit\.fluxcd\.io\//,
  /^(helm\.sh|meta\.helm\.sh)\//,
];

export interface IsolatedLabels {
  labels: Labels;
  differences: Difference[];
  /** Selectors that would still pick the pod, whatever is dropped. */
  stillSelectedBy: string[];
}

export function isForeignMark(key: string): boolean {
  return FOREIGN.some(pattern => pattern.test(key));
}

/**
 * Labels of a preview's pod: those of the target's template without the
 * target's selector, without foreign marks, and without whatever else it
 * takes until nothing of the namespace selects the pod; then ours.
 */
export function isolate(
  template: Labels,
  target: LabelSelector,
  others: PodSelector[],
  ours: Labels,
): IsolatedLabels {
  const labels = { ...template };
  const differences: Difference[] = [];
  const drop = (key: string, why: string) => {
    if (key in labels) {
      delete labels[key];
      differences.push({ what: `label ${key}`, action: 'dropped', why });
    }
  };
  for (const key of allKeys(target)) {
    drop(key, 'the service selects its own pods by it');
  }
  for (const key of Object.keys(labels).filter(isForeignMark)) {
    drop(key, 'it marks what another controller owns');
  }
  let next = pickedBy(others, labels, ours);
  while (next.key) {
    drop(next.key, `${next.by} selects pods by it`);
    next = pickedBy(others, labels, ours);
  }
  return {
    labels: { ...labels, ...ours },
    differences,
    stillSelectedBy: next.stuck,
  };
}

function allKeys(selector: LabelSelector): string[] {
  return [
    ...Object.keys(selector.matchLabels ?? {}),
    ...(selector.matchExpressions ?? []).map(({ key }) => key),
  ];
}

/** The next key to drop, and what cannot be escaped by dropping keys. */
function pickedBy(others: PodSelector[], labels: Labels, ours: Labels) {
  const stuck: string[] = [];
  for (const { what, selector } of others) {
    if (selects(selector, { ...labels, ...ours })) {
      const key = requiredKeys(selector).find(each => each in labels);
      if (key) {
        return { key, by: what, stuck };
      }
      stuck.push(what);
    }
  }
  return { key: null, by: null, stuck };
}

// SPDX-License-Identifier: Apache-2.0
import type { LabelSelector } from '../model';

type Labels = Record<string, string>;

/** Something of the namespace that picks pods by their labels. */
export interface PodSelector {
  /** For people, for example `PodDisruptionBudget checkout`. */
  what: string;
  selector: LabelSelector;
}

/** As the API server reads a selector: everything in it must hold. */
export function selects(selector: LabelSelector, labels: Labels): boolean {
  const pairs = Object.entries(selector.matchLabels ?? {});
  return (
    pairs.every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values }) => {
      const has = key in labels;
      switch (operator) {
        case 'In':
          return has && (values ?? []).includes(labels[key]);
        case 'NotIn':
          return !has || !(values ?? []).includes(labels[key]);
        case 'Exists':
          return has;
        case 'DoesNotExist':
          return !has;
        default:
          return true;
      }
    })
  );
}

/** Keys without which the selector would not match any more. */
export function requiredKeys(selector: LabelSelector): string[] {
  return [
    ...Object.keys(selector.matchLabels ?? {}),
    ...(selector.matchExpressions ?? [])
      .filter(({ operator }) => operator === 'In' || operator === 'Exists')
      .map(({ key }) => key),
  ];
}

/** A Service without selector selects nothing, unlike a label selector. */
export function fromPairs(pairs: Labels | undefined): LabelSelector | null {
  return pairs && Object.keys(pairs).length ? { matchLabels: pairs } : null;
}

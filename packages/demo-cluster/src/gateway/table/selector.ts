// SPDX-License-Identifier: Apache-2.0
import { LabelSelector } from '../objects';

/** Does a label selector choose these labels? An empty selector chooses everything. */
export function selectorChooses(
  selector: LabelSelector,
  labels: Record<string, string>,
): boolean {
  const exact = Object.entries(selector.matchLabels ?? {}).every(
    ([key, value]) => labels[key] === value,
  );
  if (!exact) return false;
  return (selector.matchExpressions ?? []).every(
    ({ key, operator, values }) => {
      const value = labels[key];
      switch (operator) {
        case 'In':
          return value !== undefined && (values ?? []).includes(value);
        case 'NotIn':
          return value === undefined || !(values ?? []).includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
        default:
          return false;
      }
    },
  );
}

// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '@preview-environments/backstage-plugin-preview-common';
import type { DriverCondition } from '@preview-environments/backstage-plugin-preview-node';

/** Conditions that a session can show. */
export type ConditionType =
  | 'ClusterReachable'
  | 'UpdateFailed'
  | DriverCondition['type'];

/** The conditions with this one set; its time moves only when it changes. */
export function withCondition(
  conditions: Condition[],
  type: ConditionType,
  value: Omit<Condition, 'type' | 'at'>,
  now: number,
): Condition[] {
  const present = conditions.find(each => each.type === type);
  if (
    present?.status === value.status &&
    present.reason === value.reason &&
    present.message === value.message
  ) {
    return conditions;
  }
  return [
    ...withoutCondition(conditions, type),
    { type, ...value, at: new Date(now).toISOString() },
  ];
}

/** The conditions without this one. */
export function withoutCondition(
  conditions: Condition[],
  type: ConditionType,
): Condition[] {
  return conditions.some(each => each.type === type)
    ? conditions.filter(each => each.type !== type)
    : conditions;
}

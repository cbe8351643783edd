// SPDX-License-Identifier: Apache-2.0
import type { Container, PodSpec } from '../model';
import type { Shortage } from '../observe/plainWords';
import { formatQuantity, quantity } from './quantity';

type Amounts = Record<string, string>;

export interface QuotaStatus {
  hard?: Amounts;
  used?: Amounts;
}

/** What one pod takes, in the names that quotas use. */
export function podUsage(spec: PodSpec): Record<string, number> {
  const usage: Record<string, number> = { pods: 1, 'count/pods': 1 };
  for (const side of ['requests', 'limits'] as const) {
    const containers = spec.containers.map(each => amounts(each, side));
    const init = (spec.initContainers ?? []).map(each => amounts(each, side));
    const names = new Set([...containers, ...init].flatMap(Object.keys));
    for (const name of names) {
      const value = (each: Amounts) => quantity(each[name] ?? '0');
      const running = containers.reduce((sum, each) => sum + value(each), 0);
      const starting = Math.max(0, ...init.map(value));
      usage[`${side}.${name}`] = Math.max(running, starting);
    }
  }
  // Short names stand for requests.
  for (const name of ['cpu', 'memory', 'ephemeral-storage']) {
    usage[name] = usage[`requests.${name}`] ?? 0;
  }
  return usage;
}

function amounts(container: Container, side: 'requests' | 'limits'): Amounts {
  const resources = container.resources as
    | { requests?: Amounts; limits?: Amounts }
    | undefined;
  // Without a request the limit counts as one.
  return side === 'requests'
    ? { ...resources?.limits, ...resources?.requests }
    : resources?.limits ?? {};
}

/** What a quota leaves too little of for so many more pods. */
export function shortagesOf(
  { hard = {}, used = {} }: QuotaStatus,
  pod: Record<string, number>,
  pods: number,
): Shortage[] {
  return Object.entries(hard).flatMap(([resource, limit]) => {
    const asked = (pod[resource] ?? 0) * pods;
    const present = used[resource] ?? '0';
    return resource in pod && quantity(present) + asked > quantity(limit)
      ? [{ resource, limit, used: present, asked: formatQuantity(asked) }]
      : [];
  });
}

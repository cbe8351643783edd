// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../objects';
import { parseQuantity } from './quantity';

type Amounts = Record<string, number>;

function add(a: Amounts, b: Amounts): Amounts {
  const sum = { ...a };
  for (const [key, value] of Object.entries(b))
    sum[key] = (sum[key] ?? 0) + value;
  return sum;
}

function largest(a: Amounts, b: Amounts): Amounts {
  const most = { ...a };
  for (const [key, value] of Object.entries(b))
    most[key] = Math.max(most[key] ?? 0, value);
  return most;
}

// Specs in the store never change, and a change of status keeps them.
const known = {
  requests: new WeakMap<object, Amounts>(),
  limits: new WeakMap<object, Amounts>(),
};

/**
 * What a pod asks for in all, by resource: containers and sidecars together, or its largest
 * ordinary init container where that is more. `limits` counts those instead of requests.
 */
export function podRequests(
  { spec }: Pick<KubernetesObject, 'spec'>,
  of: 'requests' | 'limits' = 'requests',
): Amounts {
  const before = Object.isFrozen(spec) ? known[of].get(spec) : undefined;
  const amounts = before ?? sumUp(spec, of);
  known[of].set(spec, amounts);
  return amounts;
}

function sumUp(spec: Json, of: 'requests' | 'limits'): Amounts {
  const amounts = ({ resources }: Json): Amounts => {
    const stated =
      of === 'limits'
        ? resources?.limits
        : { ...resources?.limits, ...resources?.requests };
    return Object.fromEntries(
      Object.entries(stated ?? {}).map(([key, value]) => [
        key,
        parseQuantity(value as string),
      ]),
    );
  };
  const init: Json[] = spec.initContainers ?? [];
  const sidecars = init
    .filter(one => one.restartPolicy === 'Always')
    .map(amounts)
    .reduce(add, {});
  const ordinary = init
    .filter(one => one.restartPolicy !== 'Always')
    .map(amounts)
    .reduce(largest, {});
  return largest(
    add(spec.containers.map(amounts).reduce(add, {}), sidecars),
    ordinary,
  );
}

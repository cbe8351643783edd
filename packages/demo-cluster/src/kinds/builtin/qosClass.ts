// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../../objects';

/** How well a pod states what it needs: `Guaranteed`, `Burstable` or `BestEffort`. */
export function qosClass({ spec }: KubernetesObject): string {
  const all: Json[] = [
    ...(spec.initContainers ?? []),
    ...(spec.containers ?? []),
  ].map(({ resources }) => resources ?? {});
  if (all.every(({ limits, requests }) => !limits && !requests))
    return 'BestEffort';
  const guaranteed = all.every(({ limits, requests }) =>
    ['cpu', 'memory'].every(
      name =>
        limits?.[name] && (requests?.[name] ?? limits[name]) === limits[name],
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

// SPDX-License-Identifier: Apache-2.0
import {
  DEPLOYMENTS,
  HTTP_ROUTES,
  OURS,
  PODS,
  REPLICA_SETS,
  type Resource,
  SERVICES,
} from '../fixtures/product';
import { until } from '../fixtures/until';
import type { World } from '../fixtures/World';
import { PATIENCE } from './settings';

const ENDPOINTS: Resource = {
  group: '',
  version: 'v1',
  plural: 'endpoints',
  kind: 'Endpoints',
};
const KINDS = [
  DEPLOYMENTS,
  REPLICA_SETS,
  PODS,
  SERVICES,
  ENDPOINTS,
  HTTP_ROUTES,
];
const NOT_OURS = OURS.replace('=', '!=');

/** Whole objects of the namespace that are not ours, versions included. */
export async function production(world: World) {
  const lists = await Promise.all(
    KINDS.map(async ({ plural, ...resource }) => [
      plural,
      await world.list({ plural, ...resource }, NOT_OURS),
    ]),
  );
  return Object.fromEntries(lists) as Record<string, any[]>;
}

/** Production once all of it is up and its controllers have written that. */
export function settledProduction(world: World) {
  return until(
    'production being up',
    () => production(world),
    ({ deployments, endpoints }) =>
      deployments.every(isUp) &&
      endpoints.every(({ subsets }) => subsets?.every(isReady)),
    PATIENCE,
  );
}

function isUp({ metadata, spec, status }: any): boolean {
  return (
    status?.observedGeneration === metadata.generation &&
    status.availableReplicas === spec.replicas &&
    status.conditions.some(
      ({ reason }: any) => reason === 'NewReplicaSetAvailable',
    )
  );
}

function isReady(subset: any): boolean {
  return !subset.notReadyAddresses;
}

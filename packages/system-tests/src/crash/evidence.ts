// SPDX-License-Identifier: Apache-2.0
import {
  HTTP_ROUTES,
  JOBS,
  PODS,
  REPLICA_SETS,
  SERVICES,
} from '../fixtures/product';
import type { World } from '../fixtures/World';

const SESSION = 'preview-environments.io/session';

/** How the objects of a session stand, for the message of a test that fails. */
export async function evidence(world: World, id: string) {
  const kinds = [JOBS, REPLICA_SETS, PODS, SERVICES, HTTP_ROUTES];
  const objects = await Promise.all(
    kinds.map(kind => world.list(kind, `${SESSION}=${id}`)),
  );
  return objects.flat().map(({ metadata, status }) => ({
    name: metadata.name,
    generation: metadata.generation,
    status,
  }));
}

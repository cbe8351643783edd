// SPDX-License-Identifier: Apache-2.0
import { HTTP_ROUTES, JOBS, REPLICA_SETS, SERVICES } from '../fixtures/product';
import type { World } from '../fixtures/World';
import type { CensusEntry } from './product';

const MARK = 'preview-environments.io';

/** What is really there of ours; each is owned by a root that exists. */
export async function census(world: World): Promise<CensusEntry[]> {
  const [roots, ...dependents] = await Promise.all(
    [JOBS, REPLICA_SETS, SERVICES, HTTP_ROUTES].map(each => world.ours(each)),
  );
  const known = new Set(roots.map(({ metadata }) => metadata.uid));
  const entries = (
    kind: CensusEntry['kind'],
    objects: any[],
    owned: (metadata: any) => boolean,
  ): CensusEntry[] =>
    objects.map(({ metadata }) => ({
      sessionId: metadata.labels[`${MARK}/session`],
      kind,
      revision:
        kind === 'pods' ? Number(metadata.labels[`${MARK}/revision`]) : null,
      owned: owned(metadata),
    }));
  const byRoot = ({ ownerReferences }: any) =>
    ownerReferences?.length === 1 && known.has(ownerReferences[0].uid);
  const [pods, services, routes] = dependents;
  return [
    ...entries('root', roots, ({ ownerReferences }) => !ownerReferences),
    ...entries('pods', pods, byRoot),
    ...entries('service', services, byRoot),
    ...entries('route', routes, byRoot),
  ];
}

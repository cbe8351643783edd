// SPDX-License-Identifier: Apache-2.0
import type { Shop } from './aShop';

type Requests = ReturnType<Shop['requests']>;

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection'];
const READS = ['get', 'list'];

/** Writes between two counts, by `VERB RESOURCE`. Reviews and dry runs are questions. */
export function writesOf(before: Requests, after: Requests) {
  return between(
    before,
    after,
    ({ verb, resource, dryRun }) =>
      WRITES.includes(verb) &&
      !dryRun &&
      !resource.endsWith('reviews.authorization.k8s.io'),
  );
}

/** Reads between two counts, by `VERB RESOURCE`. */
export function readsOf(before: Requests, after: Requests) {
  return between(before, after, ({ verb }) => READS.includes(verb));
}

export function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function between(
  before: Requests,
  after: Requests,
  wanted: (request: Requests[number]) => boolean,
): Record<string, number> {
  const earlier = new Map(
    before
      .filter(wanted)
      .map(({ verb, resource, count }) => [`${verb} ${resource}`, count]),
  );
  return Object.fromEntries(
    after
      .filter(wanted)
      .map(({ verb, resource, count }): [string, number] => {
        const name = `${verb} ${resource}`;
        return [name, count - (earlier.get(name) ?? 0)];
      })
      .filter(([, count]) => count > 0),
  );
}

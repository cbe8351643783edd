// SPDX-License-Identifier: Apache-2.0
import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { loadAll } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

// This package only ever runs from the repository.
// eslint-disable-next-line no-restricted-syntax
const EXAMPLES = resolve(__dirname, '../../../../examples');

function read(file: string): Entity[] {
  return loadAll(readFileSync(resolve(EXAMPLES, file), 'utf8')) as Entity[];
}

/** The components of the demo's catalog, owned as the catalog would have it. */
export function shopEntities(): Entity[] {
  return read('shop.yaml')
    .filter(({ kind }) => kind === 'Component')
    .map(entity => ({
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata },
      relations: [
        {
          type: RELATION_OWNED_BY,
          targetRef: `group:default/${entity.spec!.owner}`,
        },
      ],
    }));
}

/** What a person of the demo owns: what their groups own. */
export function ownershipOf(person: string): string[] {
  const user = read('org.yaml').find(
    ({ kind, metadata }) =>
      kind === 'User' && `user:default/${metadata.name}` === person,
  );
  const groups = (user?.spec?.memberOf ?? []) as string[];
  return [person, ...groups.map(group => `group:default/${group}`)];
}

/** Owner of each component of the shop, so that a test can act for any. */
export const PEOPLE = {
  checkout: 'user:default/robin',
  storefront: 'user:default/mika',
  inventory: 'user:default/juno',
  admin: 'user:default/alex',
} as const;

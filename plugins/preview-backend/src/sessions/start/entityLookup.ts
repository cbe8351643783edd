// SPDX-License-Identifier: Apache-2.0
import type { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readSteadily } from '../../dependencies/readSteadily';
import { entityLinks } from '../../links/entityLinks';
import type { EntityLookup, EntityState } from '../../lifecycle/EntityLookup';

/** Asks the catalog with the plugin's own rights, for the sweep. */
export function entityLookup(
  catalog: CatalogService,
  auth: AuthService,
): EntityLookup {
  return async entityRefs => {
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await readSteadily(() =>
      catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata', 'relations'] },
        { credentials },
      ),
    );
    return new Map(
      entityRefs.map((ref, index): [string, EntityState] => {
        const entity = items[index];
        const owner = entity?.relations?.find(
          ({ type }) => type === RELATION_OWNED_BY,
        );
        return [
          ref,
          entity
            ? {
                state: 'found',
                ownerRef: owner?.targetRef.toLowerCase() ?? null,
                links: entityLinks(entity.metadata.annotations ?? {}),
              }
            : { state: 'gone' },
        ];
      }),
    );
  };
}

// SPDX-License-Identifier: Apache-2.0
import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readSteadily } from '../../dependencies/readSteadily';
import type { EntitiesOfRepository } from './accessEntries';

const PROJECT_SLUG = 'github.com/project-slug';

/** Asks the catalog, with the plugin's own rights. */
export function repositoryEntities(
  catalog: CatalogService,
  auth: AuthService,
): EntitiesOfRepository {
  return async repository => {
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await readSteadily(() =>
      catalog.getEntities(
        {
          filter: { [`metadata.annotations.${PROJECT_SLUG}`]: repository },
          fields: ['kind', 'metadata'],
        },
        { credentials },
      ),
    );
    return items
      .filter(
        // A search may be more generous than an equality.
        ({ metadata }) =>
          metadata.annotations?.[PROJECT_SLUG]?.toLowerCase() === repository,
      )
      .map(stringifyEntityRef);
  };
}

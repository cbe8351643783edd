// SPDX-License-Identifier: Apache-2.0
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../../authorization/Caller';
import { readSteadily } from '../../dependencies/readSteadily';

/** What the catalog says of an entity. Refs in full form and lower case. */
export interface EntityFacts {
  entityRef: string;
  /** In the catalog's order; the first one is the owner that we show. */
  ownerRefs: string[];
  annotations: Record<string, string>;
}

/**
 * Reads entities with the rights of the person who asks. A service has none
 * of its own in the catalog, and its token may be good for this plugin alone.
 */
export class EntityReader {
  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  /** @throws PreviewError `EntityNotFound`, also when it may not be read */
  async read(caller: Caller, entityRef: string): Promise<EntityFacts> {
    const credentials =
      caller.principal === 'service'
        ? await this.auth.getOwnServiceCredentials()
        : caller.credentials;
    const entity = await readSteadily(() =>
      this.catalog.getEntityByRef(entityRef, { credentials }),
    );
    if (!entity) {
      throw previewError('EntityNotFound', { field: 'entityRef' });
    }
    return factsOf(entity);
  }
}

function factsOf(entity: Entity): EntityFacts {
  return {
    entityRef: stringifyEntityRef(entity),
    ownerRefs: (entity.relations ?? [])
      .filter(relation => relation.type === RELATION_OWNED_BY)
      .map(relation => relation.targetRef.toLowerCase()),
    annotations: entity.metadata.annotations ?? {},
  };
}

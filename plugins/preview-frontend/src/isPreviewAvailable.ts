// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';
import { ENTITY_TARGET } from '@preview-environments/backstage-plugin-preview-common';

/** Annotations of which one makes an entity a candidate for previews. */
export const ENTITY_ANNOTATIONS = [
  ENTITY_TARGET,
  'backstage.io/kubernetes-id',
] as const;

/**
 * Whether the entity names a workload, so that the Previews tab has something
 * to show.
 *
 * @public
 */
export function isPreviewAvailable(entity: Entity): boolean {
  return ENTITY_ANNOTATIONS.some(
    name => entity.metadata.annotations?.[name] !== undefined,
  );
}

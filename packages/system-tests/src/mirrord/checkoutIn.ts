// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';
import { shopEntities } from '../backend/catalog';

/** The component of the demo's catalog, as the one that runs in this cluster. */
export function checkoutIn(namespace: string): Entity {
  const entity = shopEntities().find(
    ({ metadata }) => metadata.name === 'checkout',
  )!;
  const annotations = {
    'preview-environments.io/cluster': 'staging',
    'preview-environments.io/namespace': namespace,
    'preview-environments.io/target': 'deployment/checkout',
  };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

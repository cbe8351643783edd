// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';

const entity = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});

const ALL = [
  entity('Group', 'team-payments'),
  entity('Group', 'team-web'),
  entity('Component', 'checkout'),
  entity('Component', 'storefront'),
  entity('User', 'jana'),
  entity('User', 'kim'),
];

/** The part of a catalog that the fields ask. */
export const exampleCatalog = {
  queryEntities: async (query: {
    filter: { kind: string };
    fullTextFilter: { term: string };
  }) => ({
    items: ALL.filter(
      ({ kind, metadata }) =>
        kind === query.filter.kind &&
        metadata.name.includes(query.fullTextFilter.term),
    ),
  }),
};

// SPDX-License-Identifier: Apache-2.0
import useAsync from 'react-use/esm/useAsync';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useDebounced } from '../clock/useDebounced';
import type { Choice } from '../model/choice';

const PAUSE_MILLIS = 250;
const MOST = 20;

function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}

/**
 * Entities of a kind to choose from, as the catalog finds them.
 *
 * @param text - part of a name; empty for the first ones
 */
export function useEntityChoices(kind: string, text: string): Choice[] {
  const catalog = useApi(catalogApiRef);
  const term = useDebounced(text, PAUSE_MILLIS);
  const { value } = useAsync(async () => {
    const { items } = await catalog.queryEntities({
      filter: { kind },
      fullTextFilter: {
        term,
        fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
      },
      fields: [
        'apiVersion',
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile.displayName',
      ],
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit: MOST,
    });
    return items.map(entity => ({
      value: stringifyEntityRef(entity),
      label: titleOf(entity),
    }));
  }, [catalog, kind, term]);
  return value ?? [];
}

// SPDX-License-Identifier: Apache-2.0
import {
  defaultFilter,
  type HeaderFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';

/**
 * The one form of filter that routes know; `null` where another one is asked
 * for, so that no route is ever made of it.
 */
export function exactHeader({
  traffic,
  key,
}: Pick<SessionIntent, 'traffic' | 'key'>): HeaderFilter | null {
  const filter = traffic.filter ?? defaultFilter(key);
  return filter.type === 'header' ? filter : null;
}

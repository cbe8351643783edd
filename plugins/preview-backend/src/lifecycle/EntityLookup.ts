// SPDX-License-Identifier: Apache-2.0

import type { LinkTemplate } from '../config/types';

/**
 * What the catalog says of an entity now. `gone`: the catalog answered and
 * does not have it. Anything uncertain is an error, never `gone`.
 */
export type EntityState =
  | { state: 'found'; ownerRef: string | null; links: LinkTemplate[] }
  | { state: 'gone' };

/** Asks the catalog; answers by entity ref, in one call for many. */
export type EntityLookup = (
  entityRefs: string[],
) => Promise<Map<string, EntityState>>;

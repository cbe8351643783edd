// SPDX-License-Identifier: Apache-2.0
import type { EntityState } from './EntityLookup';

/** How long the catalog must have been without an entity: ten minutes. */
export const GONE_AFTER = 10 * 60_000;

interface Memory {
  /** When the catalog was looked at last. */
  at: number;
  /** Since when each of those that were missing then is missing. */
  since: Map<string, number>;
}

/**
 * What is missing in the catalog, by cluster, in the memory of this replica.
 * A catalog that reads its sources anew, or lost its database, is without
 * entities for a while, and no preview ends for that.
 */
export class MissingEntities {
  private readonly memories = new Map<string, Memory>();

  /**
   * Takes in one answer of the catalog about everything that has previews in
   * a cluster. Nothing is concluded where all of several are missing, nor
   * from answers that are too far apart to be one absence.
   *
   * @returns what has been missing for long enough to be gone
   */
  look(
    cluster: string,
    entities: Map<string, EntityState>,
    now: number,
  ): Set<string> {
    const missing = [...entities.keys()].filter(
      ref => entities.get(ref)!.state === 'gone',
    );
    if (missing.length > 1 && missing.length === entities.size) {
      return new Set();
    }
    const before = this.memories.get(cluster);
    const known =
      before && now - before.at <= GONE_AFTER ? before.since : undefined;
    const since = new Map(
      missing.map(ref => [ref, known?.get(ref) ?? now] as const),
    );
    this.memories.set(cluster, { at: now, since });
    return new Set(missing.filter(ref => now - since.get(ref)! >= GONE_AFTER));
  }
}

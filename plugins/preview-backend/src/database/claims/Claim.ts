// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Who takes work, and for how long before others may take it over. */
export interface Claim {
  /** Id of the worker process. */
  holder: string;
  now: number;
  /** Milliseconds. */
  leaseFor: number;
}

/**
 * What a worker must show with every write: the token of its claim. A newer
 * claim has a higher one, so a worker that was paused is refused.
 */
export interface Fence {
  id: string;
  leaseToken: number;
}

/** Columns that a claim writes. */
export function leaseFields(trx: Knex.Transaction, claim: Claim) {
  return {
    lease_holder: claim.holder,
    lease_until: claim.now + claim.leaseFor,
    lease_token: trx.raw('lease_token + 1'),
  };
}

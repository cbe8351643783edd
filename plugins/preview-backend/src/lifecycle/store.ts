// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { CheckpointName, Checkpoints } from './checkpoints';

/** Runs each database call of the lifecycle in a transaction of its own. */
export class LifecycleStore {
  constructor(
    private readonly knex: Knex,
    private readonly checkpoints: Checkpoints,
  ) {}

  run<T>(
    name: CheckpointName & `database.${string}`,
    operation: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.checkpoints.around(name, () =>
      this.knex.transaction(operation),
    );
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { DriverSettings } from '../fixtures/driverSettings';

/** Where a worker process dies: around the nth passing of a checkpoint. */
export interface KillPoint {
  name: string;
  /** From 1. */
  nth: number;
  when: 'before' | 'after';
}

/** What a worker process is told on its standard input, one line of JSON. */
export interface WorkerJob {
  /** Knex configuration of the database that it shares with the test. */
  database: { client: string; connection: unknown };
  driver: DriverSettings;
  kill: KillPoint | null;
}

/** What stands before the name of a checkpoint on a worker's output. */
export const PASSED = 'passed ';

/** Begins the names of writes to the API server among the checkpoints. */
export const CLUSTER = 'cluster ';

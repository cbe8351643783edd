// SPDX-License-Identifier: Apache-2.0

/** What a sealing process is told on its standard input, one line of JSON. */
export interface SealJob {
  /** Knex configuration of the database that it shares with the test. */
  database: { client: string; connection: unknown };
  /** Private key that signs. */
  secret: string;
  /** Before or after which of its statements it dies; `null` = it lives. */
  kill: { nth: number; when: 'before' | 'after' } | null;
}

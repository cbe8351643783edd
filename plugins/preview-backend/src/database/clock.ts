// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { Cancel, Clock } from '../lifecycle/clock';
import { isPostgres } from './engine';

/**
 * Longer round trips tell little: the answer may be from any moment of them,
 * and waiting for a connection counts as well.
 */
const LONGEST_TRIP = 1_000;

/**
 * The clock that decides leases and deadlines. Where several replicas share a
 * PostgreSQL server it is that server's, so that they agree; this process
 * measures how far its own is off. On SQLite it is the process clock.
 */
export class DatabaseClock implements Clock {
  private offset = 0;
  /** How long the measurement took that holds. */
  private trip = Infinity;

  constructor(private readonly own: Clock) {}

  now(): number {
    return this.own.now() + this.offset;
  }

  setTimer(at: number, fn: () => void): Cancel {
    return this.own.setTimer(at - this.offset, fn);
  }

  /**
   * Compares the clocks; repeat now and then, since clocks drift. A slow
   * measurement counts only where there is no better one.
   */
  async measure(knex: Knex): Promise<void> {
    if (!isPostgres(knex)) {
      return;
    }
    const asked = this.own.now();
    const { rows } = await knex.raw(
      'select extract(epoch from clock_timestamp()) * 1000 as now',
    );
    const answered = this.own.now();
    const trip = answered - asked;
    if (trip > LONGEST_TRIP && trip >= this.trip) {
      return;
    }
    this.trip = trip;
    this.offset = Math.round(Number(rows[0].now) - (asked + answered) / 2);
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { emptyDatabase, ENGINES } from '../testUtils/databases';
import { TestClock } from '../testUtils/TestClock';
import { DatabaseClock } from './clock';
import { isPostgres } from './engine';

jest.setTimeout(60_000);

describe.each(ENGINES)('DatabaseClock on %s', engine => {
  let knex: Knex;
  let own: TestClock;
  let clock: DatabaseClock;

  beforeEach(async () => {
    knex = await emptyDatabase(engine);
    own = new TestClock();
    clock = new DatabaseClock(own);
  });

  afterEach(() => knex.destroy());

  const offset = () => clock.now() - own.now();

  const servers = async () => {
    const { rows } = await knex.raw(
      'select extract(epoch from clock_timestamp()) * 1000 as at',
    );
    return Number(rows[0].at);
  };

  /** Lets so much time pass on the own clock until the answer is there. */
  async function measure(trip: number) {
    knex.once('query', () => own.advance(trip));
    await clock.measure(knex);
  }

  /** @returns whether it reads what the server does, but for `by` */
  async function reads(by: number, trip: number) {
    const before = await servers();
    await measure(trip);
    const after = await servers();
    const now = clock.now() - by;
    return Math.floor(before) <= now && now <= Math.ceil(after);
  }

  if (engine === 'SQLITE_3') {
    it('is the clock of this process', async () => {
      await clock.measure(knex);
      expect(offset()).toBe(0);
    });
    return;
  }

  it('reads what the server does', async () => {
    expect(isPostgres(knex)).toBe(true);
    expect(await reads(0, 0)).toBe(true);
    own.advance(60_000);
    expect(await reads(0, 0)).toBe(true);
    expect(await reads(500, 1_000)).toBe(true);
  });

  it('keeps what it knows when a measurement was slow', async () => {
    await measure(0);
    const known = offset();
    await measure(1_001);
    expect(offset()).toBe(known);
  });

  it('takes a slow measurement where there is none better', async () => {
    expect(await reads(5_000, 10_000)).toBe(true);
    const known = offset();
    await measure(20_000);
    expect(offset()).toBe(known);
    expect(await reads(2_000, 4_000)).toBe(true);
    expect(await reads(0, 0)).toBe(true);
  });
});

// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { performance } from 'node:perf_hooks';
import { BIG, type Reading, readingOf, type Statement } from './plan';
import {
  ANN,
  aPortal,
  ENGINES,
  freshDatabase,
  type Portal,
  seedEvents,
  seedSessions,
} from './product';
import { questions } from './questions';

jest.setTimeout(1_800_000);

const SESSIONS = 10_000;
const ACTIVE = 5_000;
/** `PREVIEW_SCALE=whole` seeds a million. */
const WHOLE = process.env.PREVIEW_SCALE === 'whole';
const EVENTS = WHOLE ? 1_000_000 : 100_000;
/** Enough for the second worst to be the 99th of a hundred. */
const SAMPLES = WHOLE ? 150 : 2;
/** Statements are prepared and pages read before what is measured. */
const WARM_UP = WHOLE ? 3 : 0;

/** Rows that a page may touch, whatever the size of the table. */
const BOUND: Record<string, number> = {
  // All of them in an index, for free text and for keys; then one page.
  sessions: SESSIONS + 200,
  audit_bodies: 12_000,
  traffic_intervals: 1_000,
};

describe.each(ENGINES)('many rows on %s', engine => {
  let knex: Knex;
  let portal: Portal;

  beforeAll(async () => {
    knex = await freshDatabase(engine);
    await seedSessions(knex, SESSIONS, ACTIVE);
    await seedEvents(knex, { count: EVENTS, sessions: SESSIONS });
    portal = await aPortal(knex);
  });
  afterAll(() => portal.stop());

  it('every filter and sort answers, how fast is printed', async () => {
    const table: [string, number, number][] = [];
    await portal.get(ANN, 'sessions');
    for (const question of questions(EVENTS)) {
      const times: number[] = [];
      for (let n = -WARM_UP; n < SAMPLES; n += 1) {
        const begun = performance.now();
        const { status } = await portal.get(ANN, question);
        if (n >= 0) {
          times.push(performance.now() - begun);
        }
        expect([question, status]).toEqual([question, 200]);
      }
      times.sort((a, b) => a - b);
      table.push([
        question,
        times[Math.floor(times.length / 2)],
        times[Math.ceil(times.length * 0.99) - 1],
      ]);
    }
    const slowest = table.sort((a, b) => b[2] - a[2]).slice(0, 12);
    process.stdout.write(
      [
        `${engine}: ${SESSIONS} sessions, ${EVENTS} events, ${SAMPLES} calls each; the slowest (median, p99 in ms):`,
        ...slowest.map(
          ([question, median, p99]) =>
            `${median.toFixed(1).padStart(8)} ${p99
              .toFixed(1)
              .padStart(8)}  ${question}`,
        ),
        '',
      ].join('\n'),
    );
  });

  it('no page reads a big table in whole, or much of it', async () => {
    const wrong: [string, Reading][] = [];
    for (const question of questions(EVENTS)) {
      const made = await statementsOf(knex, portal, question);
      expect([question, made.length > 0]).toEqual([question, true]);
      for (const statement of made) {
        const reading = await readingOf(knex, statement);
        const tooMany = BIG.some(name => reading.rows[name] > BOUND[name]);
        if (tooMany || reading.wholly.some(name => BIG.includes(name))) {
          wrong.push([question, reading]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** What a question asks of the big tables. */
async function statementsOf(
  knex: Knex,
  portal: Portal,
  question: string,
): Promise<Statement[]> {
  const made: Statement[] = [];
  const note = (query: Statement) => {
    const isRead = /^select .* from .(sessions|audit_bodies|traffic_intervals)/;
    if (isRead.test(query.sql)) {
      made.push(query);
    }
  };
  knex.on('query', note);
  await portal.get(ANN, question);
  knex.removeListener('query', note);
  return made;
}

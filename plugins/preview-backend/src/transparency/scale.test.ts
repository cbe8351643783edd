// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { isPostgres } from '../database/engine';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { seal, testKeys } from '../testUtils/sealedLog';
import { TestClock } from '../testUtils/TestClock';
import { testRandom } from '../testUtils/testRandom';
import { Anchoring } from './follow/Anchoring';
import { AuditorFeed } from './follow/AuditorFeed';
import { TransparencyLog } from './TransparencyLog';

jest.setTimeout(30 * 60_000);

/** A million by hand: the figures then stand in the output. */
const EVENTS = Number(process.env.PREVIEW_SEALED_EVENTS ?? 30_000);
const BATCH = 4_096;

/** Events that nobody could open, as fast as the database takes them. */
async function fill(knex: Knex, count: number): Promise<void> {
  const hash = isPostgres(knex)
    ? "encode(sha256(cast(n as text)::bytea), 'hex')"
    : "lower(hex(printf('%032d', n)))";
  const id = `cast(n as varchar(64))`;
  const numbers = `with recursive numbers(n) as (
    select 1 union all select n + 1 from numbers where n < ${count})`;
  await knex.raw(
    `insert into audit_events (id, leaf_hash) ${numbers} select ${id}, ${hash} from numbers`,
  );
  await knex.raw(
    `insert into audit_bodies
      (event_id, salt, body, at, action, outcome, actor, session_id)
     ${numbers} select ${id}, '00', '{}', n, 'session.started', 'succeeded',
       'user:default/ann', cast(n % 1000 as varchar(64)) from numbers`,
  );
}

interface Statement {
  sql: string;
  bindings: unknown[];
}

/** Statements that `work` makes. */
async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const seen: Statement[] = [];
  const note = (statement: Statement) => seen.push(statement);
  knex.on('query', note);
  try {
    await work();
  } finally {
    knex.removeListener('query', note);
  }
  return seen.filter(({ sql }) => /^\s*(select|update|delete)/i.test(sql));
}

/** Tables for which a statement has no index at all. */
async function scansOf(knex: Knex, { sql, bindings }: Statement) {
  const connection = await knex.client.acquireConnection();
  try {
    // Small tables are read from end to end all the same, since that is quick.
    await connection.query('set enable_seqscan = off');
    const { rows } = await connection.query(`explain ${sql}`, bindings);
    await connection.query('reset enable_seqscan');
    const plan = rows.map((row: object) => Object.values(row)[0]).join('\n');
    return [...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table]) => table);
  } finally {
    knex.client.releaseConnection(connection);
  }
}

describe.each(ENGINES)('a long log on %s', engine => {
  const keys = testKeys();
  const clock = new TestClock();
  const logger = mockServices.logger.mock();
  let knex: Knex;
  const perBatch: { statements: number; ms: number }[] = [];

  beforeAll(async () => {
    knex = await freshDatabase(engine);
    await fill(knex, EVENTS);
    while ((await sealTimed()) < EVENTS) {
      if (isPostgres(knex) && perBatch.length % 16 === 1) {
        await knex.raw('analyze audit_pending, audit_leaves, audit_tiles');
      }
    }
  });

  async function sealTimed(): Promise<number> {
    const begun = process.hrtime.bigint();
    let size = 0;
    const statements = await statementsOf(knex, async () => {
      size = (await seal(knex, keys, BATCH)).size;
    });
    const ms = Number(process.hrtime.bigint() - begun) / 1e6;
    perBatch.push({ statements: statements.length, ms });
    return size;
  }

  it('is sealed by as many statements per batch at its end as at its beginning', () => {
    const counts = perBatch.map(({ statements }) => statements);
    expect(Math.max(...counts.slice(1)) - counts[1]).toBeLessThanOrEqual(1);
    const tenth = Math.ceil(perBatch.length / 10);
    const mean = (some: typeof perBatch) =>
      Math.round(some.reduce((sum, { ms }) => sum + ms, 0) / some.length);
    process.stdout.write(
      `${engine}: ${EVENTS} events sealed, ${BATCH} in ${mean(
        perBatch.slice(0, tenth),
      )} ms at first, in ${mean(perBatch.slice(-tenth))} ms at last\n`,
    );
  });

  // Plans are looked at where they can be relied upon.
  if (engine.startsWith('POSTGRES')) {
    it('is read by its indexes only', async () => {
      await knex('audit_events').insert({ id: 'last', leaf_hash: 'ab' });
      await knex.raw('analyze');
      const log = new TransparencyLog({
        ...{ knex, clock, keys, anchors: ['log'] },
      });
      const drain = async (request: Parameters<typeof log.bundle>[0]) => {
        for await (const chunk of await log.bundle(request)) {
          if (!chunk) throw new Error('an empty chunk');
        }
      };
      const filter = { sessionId: '7' };
      const statements = await statementsOf(knex, async () => {
        await log.state();
        await log.checkpoint();
        await log.tile('0', '003');
        await log.tile('entries', '003');
        await log.proof('777', undefined);
        await log.consistency(77);
        const since = [100, 1_000];
        await drain({
          asked: {},
          since,
          part: { filter, restrict: undefined },
        });
        await drain({ asked: {}, since, part: null });
        await new Anchoring({
          ...{ knex, clock, logger, interval: 1, random: testRandom(1) },
          anchors: [{ name: 'log', keep: async () => {} }],
        }).run();
        const auditor = mockServices.auditor.mock();
        await new AuditorFeed({ knex, clock, logger, auditor }).run();
        await seal(knex, keys);
      });
      const different = new Map(statements.map(each => [each.sql, each]));
      expect(different.size).toBeGreaterThan(15);
      const scans: string[] = [];
      for (const statement of different.values()) {
        for (const table of await scansOf(knex, statement)) {
          scans.push(`${table}: ${statement.sql}`);
        }
      }
      expect(scans).toEqual([]);
    });
  }
});

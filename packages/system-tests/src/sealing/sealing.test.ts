// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { ENGINES } from '../backend/product';
import { aDatabase, type SharedDatabase } from '../crash/aDatabase';
import { type WorkerCode, workerCode } from '../fixtures/workerCode';
import { aSealer } from './aSealer';
import { checkLog, makeSecret, recordFacts } from './product';
import type { SealJob } from './SealJob';
import { SealProcess } from './SealProcess';

jest.setTimeout(10 * 60_000);

/** More than one tile, and never a whole number of them. */
const LOT = 300;

describe.each(ENGINES)('a sealer on %s that is killed', engine => {
  const secret = makeSecret();
  let database: SharedDatabase;
  let recorded = 0;
  let code: WorkerCode;
  let next: SealProcess;

  beforeAll(async () => {
    // eslint-disable-next-line no-restricted-syntax
    code = await workerCode(join(__dirname, 'worker.ts'));
    next = new SealProcess(code);
    database = await aDatabase(engine);
  });
  afterAll(async () => {
    await next.discard();
    await database.close();
    code.remove();
  });

  /** Records a lot; a process seals it, or dies; another one finishes. */
  async function play(kill: SealJob['kill']) {
    const { knex, config } = database;
    const worker = next;
    next = new SealProcess(code);
    await recordFacts(knex, recorded, recorded + LOT);
    recorded += LOT;
    const ended = await worker.seal({ database: config, secret, kill });
    await aSealer(knex, secret).sealAll();
    const [{ size }] = await knex('audit_head');
    expect(Number(size)).toBe(recorded);
    return { ...ended, broken: await checkLog(knex) };
  }

  it('leaves every event with one leaf, whatever it was at', async () => {
    const { killed, statements, broken } = await play(null);
    expect({ killed, broken }).toEqual({ killed: false, broken: [] });
    expect(statements.length).toBeGreaterThan(10);
    const points: NonNullable<SealJob['kill']>[] = statements.map((_, n) => ({
      nth: n + 1,
      when: 'before',
    }));
    // The one that takes effect: dying after it is another story.
    const commit = statements.findIndex(sql => /^commit/i.test(sql)) + 1;
    expect(commit).toBeGreaterThan(0);
    points.push({ nth: commit, when: 'after' });
    for (const kill of points) {
      const outcome = await play(kill);
      expect({ kill, ...outcome }).toMatchObject({ killed: true, broken: [] });
    }
    process.stdout.write(`${engine}: ${points.length} kills survived\n`);
  });

  it('leaves the others to their work, who seal each event once', async () => {
    if (engine.startsWith('SQLITE')) {
      // One process at a time writes there.
      expect(await checkLog(database.knex)).toEqual([]);
      return;
    }
    const { knex, config } = database;
    const job = { database: config, secret };
    const others = [new SealProcess(code), new SealProcess(code)];
    const recording = (async () => {
      for (let lot = 0; lot < 10; lot += 1) {
        await recordFacts(knex, recorded, recorded + 50);
        recorded += 50;
      }
    })();
    await Promise.all([
      recording,
      next.seal({ ...job, kill: { nth: 9, when: 'before' } }),
      ...others.map(each => each.seal({ ...job, kill: null })),
    ]);
    next = new SealProcess(code);
    await aSealer(knex, secret).sealAll();
    expect(await checkLog(knex)).toEqual([]);
    const [{ size }] = await knex('audit_head');
    expect(Number(size)).toBe(recorded);
  });
});

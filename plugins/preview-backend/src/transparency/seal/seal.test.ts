// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { recordEvent } from '../../audit/recordEvent';
import { isPostgres } from '../../database/engine';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import {
  aFact,
  checkLog,
  recordFacts,
  seal,
  testKeys,
} from '../../testUtils/sealedLog';
import { TestClock } from '../../testUtils/TestClock';
import { Sealer } from './Sealer';

jest.setTimeout(120_000);

describe.each(ENGINES)('sealing on %s', engine => {
  const keys = testKeys();
  let knex: Knex;

  beforeEach(async () => {
    knex = await freshDatabase(engine);
  });

  it('gives each event one leaf, in lots of any size', async () => {
    let recorded = 0;
    for (const lot of [1, 1, 2, 250, 2, 1, 255, 257, 3]) {
      await recordFacts(knex, recorded, recorded + lot);
      recorded += lot;
      expect(await seal(knex, keys)).toEqual({ size: recorded, sealed: lot });
    }
    expect(await seal(knex, keys)).toEqual({ size: recorded, sealed: 0 });
    expect(await checkLog(knex)).toEqual([]);
    const order: string[] = await knex('audit_leaves')
      .join('audit_bodies', 'audit_bodies.event_id', 'audit_leaves.event_id')
      .orderBy('leaf_index')
      .pluck('at');
    expect(order.map(Number)).toEqual([...order].map(Number).sort());
  });

  it('takes no more than a batch at a time, and the rest afterwards', async () => {
    await recordFacts(knex, 0, 25);
    const sealed: number[] = [];
    const sealer = new Sealer({
      ...{ knex, keys, clock: new TestClock() },
      logger: mockServices.logger.mock(),
      onSealed: size => sealed.push(size),
    });
    expect(await seal(knex, keys, 10)).toEqual({ size: 10, sealed: 10 });
    expect(await sealer.sealAll()).toBe(25);
    expect(sealed).toEqual([25]);
    expect(await checkLog(knex)).toEqual([]);
  });

  it('seals within a second of the commit, sooner when told', async () => {
    const clock = new TestClock();
    const logger = mockServices.logger.mock();
    const sealer = new Sealer({ knex, keys, clock, logger });
    const size = async () => (await knex('audit_head').first()).size;
    sealer.start();
    clock.advance(0);
    await sealer.idle();
    await recordFacts(knex, 0, 1);
    clock.advance(1_000);
    await sealer.idle();
    expect(Number(await size())).toBe(1);
    await recordFacts(knex, 1, 2);
    sealer.nudge();
    clock.advance(100);
    await sealer.idle();
    expect(Number(await size())).toBe(2);
    await sealer.stop();
    expect(clock.pending).toBe(0);
  });

  it('lets replicas queue up, and never signs two roots of one size', async () => {
    const sealAtMost = (limit: number) => seal(knex, keys, limit);
    for (let round = 0; round < 10; round += 1) {
      await recordFacts(knex, round * 30, round * 30 + 30);
      const done = await Promise.all([7, 11, 13, 17].map(sealAtMost));
      const sizes = done.map(({ size }) => size);
      expect(new Set(sizes.filter((_, n) => done[n].sealed > 0)).size).toBe(
        done.filter(({ sealed }) => sealed > 0).length,
      );
    }
    expect(await checkLog(knex)).toEqual([]);
    expect(await seal(knex, keys)).toMatchObject({ size: 300 });
  });

  // On SQLite there is one writer at a time: nobody can commit late.
  if (engine.startsWith('POSTGRES')) {
    it('does not skip a transaction that commits late', async () => {
      const slow = await knex.transaction();
      await recordEvent(slow, aFact(1));
      const slower = await knex.transaction();
      await recordEvent(slower, aFact(2));
      await recordFacts(knex, 3, 4);
      expect(await seal(knex, keys)).toEqual({ size: 1, sealed: 1 });
      await slower.commit();
      expect(await seal(knex, keys)).toEqual({ size: 2, sealed: 1 });
      await slow.commit();
      expect(await seal(knex, keys)).toEqual({ size: 3, sealed: 1 });
      expect(await checkLog(knex)).toEqual([]);
    });
  }

  it('forgets what was rolled back', async () => {
    const trx = await knex.transaction();
    await recordEvent(trx, aFact(1));
    await trx.rollback();
    await recordFacts(knex, 1, 2);
    await recordFacts(knex, 1, 2);
    expect(await seal(knex, keys)).toEqual({ size: 1, sealed: 1 });
    expect(await checkLog(knex)).toEqual([]);
  });

  it.each([
    'audit_leaves',
    'audit_checkpoints',
    'audit_tiles',
    'audit_archived',
    'audit_bodies',
  ])('refuses to change %s by hand', async table => {
    await recordFacts(knex, 0, 3);
    await seal(knex, keys);
    await knex('audit_archived').insert({ event_id: 'x', gone: 'x', at: 1 });
    const change = {
      audit_leaves: { leaf_index: 99 },
      audit_checkpoints: { root: 'x' },
      audit_tiles: { hashes: Buffer.alloc(96) },
      audit_archived: { gone: 'y' },
      audit_bodies: { body: 'x' },
    }[table]!;
    for (const attempt of [
      knex(table).update(change),
      knex(table).delete(),
      ...(isPostgres(knex) ? [knex.raw(`truncate ${table}`)] : []),
    ]) {
      await expect(attempt).rejects.toMatchObject({
        message: expect.stringContaining('append-only'),
      });
    }
  });

  it('stops when the tiles were cut by hand', async () => {
    await recordFacts(knex, 0, 3);
    await seal(knex, keys);
    await knex.raw(
      isPostgres(knex)
        ? 'drop trigger audit_tiles_append_only on audit_tiles'
        : 'drop trigger audit_tiles_no_update',
    );
    await knex('audit_tiles').update({ hashes: Buffer.alloc(32) });
    await recordFacts(knex, 3, 4);
    await expect(seal(knex, keys)).rejects.toThrow('changed by hand');
    expect(await knex('audit_pending')).toHaveLength(1);
  });
});

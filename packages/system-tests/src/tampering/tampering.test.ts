// SPDX-License-Identifier: Apache-2.0
import { ENGINES, freshDatabase, testKeys } from './product';
import { SIZE, TamperedLog } from './TamperedLog';

jest.setTimeout(120_000);

/** What somebody does to the database by hand, and what the check says. */
const DEEDS: {
  deed: string;
  act: (log: TamperedLog) => Promise<unknown>;
  says: RegExp;
}[] = [
  {
    deed: 'changes one byte of an event',
    act: async ({ knex, eventAt }) => {
      const id = await eventAt(42);
      const { body } = await knex('audit_bodies').where('event_id', id).first();
      const changed = body.replace('fact 42', 'fact 43');
      await knex('audit_bodies').where('event_id', id).update('body', changed);
    },
    says: /Event \S+ at entry 42 was altered/,
  },
  {
    deed: 'changes an event and its hash',
    act: async ({ knex, eventAt }) => {
      const from = await eventAt(43);
      const id = await eventAt(42);
      const other = await knex('audit_events').where('id', from).first();
      await knex('audit_events')
        .where({ id })
        .update('leaf_hash', other.leaf_hash);
    },
    says: /Event \S+ is not what was sealed at entry 42/,
  },
  {
    deed: 'swaps two events',
    act: async ({ knex, eventAt }) => {
      const [one, other] = [await eventAt(7), await eventAt(500)];
      const put = (event_id: string, leaf_index: number) =>
        knex('audit_leaves').where({ event_id }).update({ leaf_index });
      await put(one, 9999);
      await put(other, 7);
      await put(one, 500);
    },
    says: /sealed at entry 7\.[^]*sealed at entry 500\./,
  },
  {
    deed: 'cuts the last one off',
    act: async ({ knex, eventAt }) => {
      const id = await eventAt(SIZE - 1);
      await knex('audit_leaves').where('event_id', id).delete();
      await knex('audit_bodies').where('event_id', id).delete();
      await knex('audit_events').where({ id }).delete();
    },
    says: /Entry 599 is missing/,
  },
  {
    deed: 'goes back to an older checkpoint, which is signed',
    act: async ({ knex }) => {
      await knex('audit_leaves').where('leaf_index', '>=', 300).delete();
      await knex('audit_checkpoints').where('size', '>', 300).delete();
      await knex('audit_head').update({ size: 300 });
    },
    says: /The log was cut: it had 600 entries .* and has 300 now/,
  },
  {
    deed: 'removes one in the middle',
    act: async ({ knex, eventAt }) => {
      const id = await eventAt(250);
      await knex('audit_leaves').where('event_id', id).delete();
    },
    says: /Entry 250 is missing/,
  },
  {
    deed: 'removes what one in the middle says',
    act: async ({ knex, eventAt }) => {
      const id = await eventAt(250);
      await knex('audit_bodies').where('event_id', id).delete();
    },
    says: /content of event \S+ at entry 250 is missing/,
  },
  {
    deed: 'lists one as erased that nobody erased',
    act: async ({ knex, eventAt }) => {
      const id = await eventAt(250);
      const row = { event_id: id, gone: 'erased', at: 0 };
      await knex('audit_archived').insert(row);
      await knex('audit_bodies').where('event_id', id).delete();
    },
    says: /content of entry 250 is gone, but no event/,
  },
  {
    deed: 'builds the tree anew and signs it with another key',
    act: async log => {
      await log.knex('audit_leaves').where('leaf_index', 250).delete();
      await log.sealAgain(testKeys());
    },
    says: /does not bear a right signature/,
  },
  {
    deed: 'removes one and signs everything again with the same key',
    act: async log => {
      await log.knex('audit_leaves').where('leaf_index', 250).delete();
      await log.sealAgain();
    },
    says: /at least one of the entries 100 to 299 is not what it was/,
  },
  {
    deed: 'changes one and signs everything again with the same key',
    act: async log => {
      const [id, other] = [await log.eventAt(450), await log.eventAt(451)];
      const row = await log.knex('audit_events').where('id', other).first();
      await log
        .knex('audit_events')
        .where({ id })
        .update('leaf_hash', row.leaf_hash);
      await log.sealAgain();
    },
    says: /at least one of the entries 300 to 599 is not what it was/,
  },
];

describe.each(ENGINES)('a log on %s that somebody alters by hand', engine => {
  let log: TamperedLog;

  beforeEach(async () => {
    log = await TamperedLog.build(await freshDatabase(engine));
    log.eventAt = log.eventAt.bind(log);
  });
  afterEach(() => log.end());

  it('is found good as long as nobody does', async () => {
    expect(await log.check()).toMatchObject({ code: 0 });
    const part = await log.check({ sessionId: 'session-3' });
    expect(part.out).toContain('a part of the log: 60 events');
    expect(part.out).toContain('only grown since the kept checkpoint of 300');
    expect(part.code).toBe(0);
  });

  it.each(DEEDS)('is found altered: $deed', async ({ act, says }) => {
    await log.dropTriggers();
    await act(log);
    const { code, out } = await log.check();
    expect(out).toMatch(says);
    expect(out).toContain('WAS ALTERED');
    expect(code).toBe(1);
  });

  it('is found altered by a bundle of one session as well', async () => {
    await log.dropTriggers();
    const { knex } = log;
    const id = await log.eventAt(13);
    const { body } = await knex('audit_bodies').where('event_id', id).first();
    const changed = body.replace('fact 13', 'fact 31');
    await knex('audit_bodies').where('event_id', id).update('body', changed);
    const { code, out } = await log.check({ sessionId: 'session-3' });
    expect(out).toMatch(/at entry 13 was altered/);
    expect(code).toBe(1);
  });

  it('is not found altered without a kept checkpoint, and the tool says so', async () => {
    await log.dropTriggers();
    await log.knex('audit_leaves').where('leaf_index', 250).delete();
    await log.sealAgain();
    const { code, out } = await log.check({}, { since: false });
    expect(code).toBe(0);
    expect(out).toContain('this check would not notice');
  });
});

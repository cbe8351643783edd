// SPDX-License-Identifier: Apache-2.0
import { mockCredentials } from '@backstage/backend-test-utils';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { listEvents } from '../../audit/listEvents';
import type { Caller } from '../../authorization/Caller';
import { secureRandom } from '../../lifecycle/random';
import { TEST_START } from '../../testUtils/aSession';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import { EVENT_EVERY, seedEvents } from '../../testUtils/seedEvents';
import { TestClock } from '../../testUtils/TestClock';
import { exportEvents } from './exportEvents';
import { EXPORT_FORMATS } from './exportFormats';

jest.setTimeout(60_000);

const caller: Caller = {
  credentials: mockCredentials.user(),
  principal: 'user',
  ref: 'user:default/ann',
  ownershipRefs: [],
  isAdmin: false,
  entries: [],
  via: 'cli',
  requestId: 'request-1',
};

describe.each(ENGINES)('an export on %s', engine => {
  const COUNT = 3_500;
  let knex: Knex;
  let clock: TestClock;

  beforeAll(async () => {
    knex = await freshDatabase(engine);
    await seedEvents(knex, { count: COUNT, sessions: 10 });
    clock = new TestClock();
    clock.advance((COUNT + 1) * EVENT_EVERY);
  });

  const open = () =>
    exportEvents(
      { knex, clock, random: secureRandom },
      caller,
      { format: 'jsonl' },
      undefined,
    );

  const notes = () =>
    knex.transaction(trx =>
      listEvents(trx, {
        filter: { actions: ['audit.exported'] },
        order: 'asc',
        limit: 100,
      }),
    );

  it('reads no further than somebody takes', async () => {
    let pages = 0;
    const count = ({ sql }: { sql: string }) => {
      pages += /^select .body. from .audit_bodies/.test(sql) ? 1 : 0;
    };
    knex.on('query', count);
    const seen: number[] = [];
    for await (const chunk of (await open()).chunks) {
      seen.push(pages);
      expect(chunk.split('\n').length).toBeLessThanOrEqual(1001);
    }
    knex.removeListener('query', count);
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });

  it('says so when it broke off', async () => {
    const taken = (await open()).chunks[Symbol.asyncIterator]();
    await taken.next();
    await taken.next();
    await taken.next();
    await taken.return!();
    const broken = (await notes()).filter(
      ({ outcome }) => outcome === 'failed',
    );
    expect(broken).toMatchObject([
      { reason: expect.stringContaining('Broke off after 1000 events') },
    ]);
  });

  it('leaves out what happens after its beginning', async () => {
    const { chunks } = await open();
    let events = 0;
    clock.advance(EVENT_EVERY);
    for await (const chunk of chunks) {
      events += chunk.split('\n').length - 1;
    }
    const earlier = (await notes()).filter(
      ({ at }) => Date.parse(at) < TEST_START + (COUNT + 1) * EVENT_EVERY,
    );
    expect(events).toBe(COUNT + earlier.length);
  });
});

describe('an event in CSV', () => {
  const row = (part: Partial<AuditEvent>) =>
    EXPORT_FORMATS.csv
      .write([{ id: '1', reason: null, count: 1, ...part } as AuditEvent])
      .trimEnd();

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['＝cmd', "'＝cmd"],
    ['a "b", c', '"a ""b"", c"'],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
  ])('of %j', (reason, cell) => {
    expect(row({ reason })).toContain(`,${cell},`);
  });
});

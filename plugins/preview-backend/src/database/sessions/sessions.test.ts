// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import {
  aSession,
  createdAt,
  ended,
  inPhase,
  numbered,
  pinned,
  TEST_START,
  withFields,
  withKey,
} from '../../testUtils/aSession';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import type { SessionRecord } from '../SessionRecord';
import { countActive } from './countActive';
import { countSessions } from './countSessions';
import { findActiveSession } from './findActiveSession';
import { findLastEnded } from './findLastEnded';
import { findSessionByFilter } from './findSessionByFilter';
import { getSession } from './getSession';
import { insertSession } from './insertSession';
import { listSessions, type SessionListQuery } from './listSessions';
import { lockQuota } from './lockQuota';
import { keysetOf, type SessionOrder } from './sessionOrder';
import { updateSession } from './updateSession';

describe.each(ENGINES)('sessions on %s', engine => {
  let knex: Knex;
  const insert = (session: SessionRecord) =>
    knex.transaction(trx => insertSession(trx, session));
  const list = (query: Partial<SessionListQuery>) =>
    knex.transaction(trx =>
      listSessions(trx, {
        filter: {},
        order: { by: 'createdAt', direction: 'desc' },
        limit: 100,
        ...query,
      }),
    );

  beforeEach(async () => {
    knex = await freshDatabase(engine);
  });

  it('returns what was put in', async () => {
    const session = aSession(
      withFields({
        env: [{ name: 'A', value: '1' }],
        failure: { code: 'CrashLoop', message: 'm', hint: 'h', evidence: [] },
        handle: 'uid',
      }),
    );
    expect(await insert(session)).toBe('inserted');
    const read = await knex.transaction(trx =>
      getSession(trx, session.id, { lock: true }),
    );
    expect(read).toEqual(session);
  });

  it('has one active session per target and key, and per filter', async () => {
    const first = aSession();
    await insert(first);
    const sameKey = aSession(numbered(2), withKey('pr-1'));
    expect(await insert(sameKey)).toBe('key-taken');
    const sameFilter = aSession(numbered(3));
    sameFilter.filterFingerprint = first.filterFingerprint;
    expect(await insert(sameFilter)).toBe('filter-taken');

    await knex.transaction(async trx => {
      expect((await findActiveSession(trx, sameKey))?.id).toBe(first.id);
      const byFilter = await findSessionByFilter(trx, {
        ...first,
        filterFingerprint: first.filterFingerprint!,
      });
      expect(byFilter?.id).toBe(first.id);
      expect(await findLastEnded(trx, first)).toBeUndefined();
      await updateSession(trx, first.id, { endedAt: TEST_START + 1 });
    });
    expect(await insert(sameKey)).toBe('inserted');
    const last = await knex.transaction(trx => findLastEnded(trx, first));
    expect(last?.id).toBe(first.id);
  });

  it('keeps what was started elsewhere beside ours, and counts only ours', async () => {
    const elsewhere = (n: number) =>
      aSession(
        numbered(n),
        withKey('pr-1'),
        withFields({ origin: 'elsewhere', filterFingerprint: null }),
      );
    expect(await insert(elsewhere(2))).toBe('inserted');
    expect(await insert(elsewhere(3))).toBe('inserted');
    const ours = aSession();
    const find = () => knex.transaction(trx => findActiveSession(trx, ours));
    expect((await find())?.origin).toBe('elsewhere');
    expect(await insert(ours)).toBe('inserted');
    expect((await find())?.id).toBe(ours.id);
    const counts = await knex.transaction(trx => countActive(trx, ours));
    expect(counts.perEntity).toBe(1);
  });

  it.each<[string, SessionOrder]>([
    ['newest first', { by: 'createdAt', direction: 'desc' }],
    ['oldest first', { by: 'createdAt', direction: 'asc' }],
    ['ending soonest first', { by: 'expiresAt', direction: 'asc' }],
    ['ending latest first', { by: 'expiresAt', direction: 'desc' }],
    ['by key', { by: 'key', direction: 'asc' }],
  ])('pages %s without gaps or repeats', async (_, order) => {
    for (let n = 1; n <= 9; n += 1) {
      await insert(
        aSession(
          numbered(n),
          createdAt(TEST_START + Math.floor(n / 4)),
          n % 3 ? withFields({}) : pinned(),
        ),
      );
    }
    const whole = await list({ order });
    const paged: SessionRecord[] = [];
    for (let page = 0; page < 5; page += 1) {
      const last = paged[paged.length - 1];
      const after = last && keysetOf(last, order.by);
      paged.push(...(await list({ order, limit: 2, after })));
    }
    expect(paged).toEqual(whole);
    expect(new Set(whole.map(session => session.id)).size).toBe(9);
  });

  it('narrows by every filter', async () => {
    await insert(aSession(numbered(1)));
    await insert(aSession(numbered(2), inPhase('ready')));
    await insert(aSession(numbered(3), ended(TEST_START)));
    await insert(
      aSession(
        numbered(4),
        withFields({
          entityRef: 'component:default/inventory',
          ownerRef: 'group:default/other',
          createdBy: 'user:default/bob',
          cluster: 'staging',
          namespace: 'ns',
          target: 'statefulset/db',
          image: 'shop/inventory:100%_new',
        }),
      ),
    );
    const keys = async (filter: SessionListQuery['filter']) =>
      (await list({ filter })).map(session => session.key).sort();
    expect(await keys({ entityRef: 'component:default/inventory' })).toEqual([
      'pr-4',
    ]);
    expect(await keys({ owners: ['group:default/other'] })).toEqual(['pr-4']);
    expect(await keys({ owners: [] })).toEqual([]);
    expect(await keys({ key: 'pr-2' })).toEqual(['pr-2']);
    expect(await keys({ phases: ['ready', 'stopped'] })).toEqual([
      'pr-2',
      'pr-3',
    ]);
    expect(await keys({ active: false })).toEqual(['pr-3']);
    expect(await keys({ active: true, cluster: 'demo' })).toEqual([
      'pr-1',
      'pr-2',
    ]);
    expect(await keys({ namespace: 'ns' })).toEqual(['pr-4']);
    expect(await keys({ target: 'statefulset/db' })).toEqual(['pr-4']);
    expect(await keys({ createdBy: 'user:default/bob' })).toEqual(['pr-4']);
    expect(await keys({ q: '100%_N' })).toEqual(['pr-4']);
    expect(await keys({ q: '1__%' })).toEqual([]);
    const restricted = await list({
      restrict: query => query.where('key', 'pr-1').orWhere('key', 'pr-3'),
      filter: { active: true },
    });
    expect(restricted.map(session => session.key)).toEqual(['pr-1']);
    const count = await knex.transaction(trx =>
      countSessions(trx, { filter: {}, atMost: 3 }),
    );
    expect(count).toBe(3);
  });

  it('lets exactly five of twenty starts at once through a quota of five', async () => {
    const start = (n: number) =>
      knex.transaction(async trx => {
        const session = aSession(numbered(n));
        await lockQuota(trx, session);
        const counts = await countActive(trx, session);
        if (counts.perUser >= 5) {
          return 'refused';
        }
        return insertSession(trx, session);
      });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => start(n)),
    );
    expect(outcomes.filter(outcome => outcome === 'inserted')).toHaveLength(5);
    expect(outcomes.filter(outcome => outcome === 'refused')).toHaveLength(15);
    const counts = await knex.transaction(trx => countActive(trx, aSession()));
    expect(counts).toEqual({
      perUser: 5,
      perOwner: 5,
      perEntity: 5,
      perCluster: 5,
    });
  });
});

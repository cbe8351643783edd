// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import {
  aSession,
  ended,
  insertStarted,
  numbered,
  TEST_START,
  withFields,
  withKey,
} from '../../testUtils/aSession';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import { claimEnvironment } from '../environments/claimEnvironment';
import { KEY_KEPT_FOR } from '../environments/EnvironmentRecord';
import { getEnvironment } from '../environments/getEnvironment';
import { releaseEnvironment } from '../environments/releaseEnvironment';
import { updateSession } from '../sessions/updateSession';
import { findIdempotencyKey } from './findIdempotencyKey';
import { IDEMPOTENCY_KEPT_FOR } from './idempotencyKeys';
import { insertIdempotencyKey } from './insertIdempotencyKey';
import { signingKey } from './signingKey';

describe.each(ENGINES)('what replicas share on %s', engine => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await freshDatabase(engine);
  });

  it('answers a repeated request from what was kept, for a day', async () => {
    const record = {
      caller: 'user:default/ann',
      key: 'k',
      requestHash: 'h',
      status: 201,
      body: { outcome: 'created' },
      createdAt: TEST_START,
    };
    const keep = (at: number) =>
      knex.transaction(trx =>
        insertIdempotencyKey(trx, { ...record, createdAt: at }),
      );
    const find = (now: number) =>
      knex.transaction(trx => findIdempotencyKey(trx, { ...record, now }));

    const outcomes = await Promise.all([1, 2, 3].map(() => keep(TEST_START)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await find(TEST_START + 1)).toEqual(record);
    const dayAfter = TEST_START + IDEMPOTENCY_KEPT_FOR;
    expect(await find(dayAfter)).toBeUndefined();
    expect(await keep(dayAfter)).toBe(true);
  });

  it('makes a signing key once', async () => {
    const make = (secret: string) =>
      knex.transaction(trx =>
        signingKey(trx, { purpose: 'cursor', secret, now: TEST_START }),
      );
    const made = await Promise.all(['a', 'b', 'c'].map(make));
    expect(new Set(made).size).toBe(1);
  });

  describe('environments', () => {
    const claim = (ownerRef: string, now = TEST_START) =>
      knex.transaction(trx =>
        claimEnvironment(trx, { key: 'pr-1', ownerRef, now }),
      );
    const endAll = (now: number, ...ids: string[]) =>
      Promise.all(
        ids.map(id =>
          knex.transaction(async trx => {
            await updateSession(trx, id, { endedAt: now });
            await releaseEnvironment(trx, 'pr-1', now);
          }),
        ),
      );

    it('belong to their first owner until a day after the last session', async () => {
      expect((await claim('group:default/a')).ownerRef).toBe('group:default/a');
      expect((await claim('group:default/b')).ownerRef).toBe('group:default/a');

      const first = aSession();
      const second = aSession(
        numbered(2),
        withKey('pr-1'),
        withFields({ target: 'deployment/inventory' }),
      );
      await knex.transaction(async trx => {
        await insertStarted(trx, first);
        await insertStarted(trx, second);
      });
      const end = TEST_START + 1000;
      await endAll(end, first.id, second.id);
      const kept = await knex.transaction(trx => getEnvironment(trx, 'pr-1'));
      expect(kept?.lastEndedAt).toBe(end);

      const justBefore = await claim('group:default/b', end + KEY_KEPT_FOR - 1);
      expect(justBefore.ownerRef).toBe('group:default/a');
      expect(justBefore.lastEndedAt).toBeNull();
      await endAll(end, first.id);
      const after = await claim('group:default/b', end + KEY_KEPT_FOR);
      expect(after).toMatchObject({
        ownerRef: 'group:default/b',
        lastEndedAt: null,
      });
    });

    it('stay taken while another session of the key is active', async () => {
      await claim('group:default/a');
      await knex.transaction(async trx => {
        await insertStarted(trx, aSession(ended(TEST_START)));
        await insertStarted(trx, aSession(numbered(2), withKey('pr-1')));
        await releaseEnvironment(trx, 'pr-1', TEST_START);
      });
      const kept = await knex.transaction(trx => getEnvironment(trx, 'pr-1'));
      expect(kept?.lastEndedAt).toBeNull();
    });
  });
});

// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { isPostgres } from '../database/engine';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { assertGuards } from './assertGuards';
import { entryHash } from './entryHash';
import { listEvents } from './listEvents';
import type { NewAuditEvent } from './NewAuditEvent';
import { recordEvent } from './recordEvent';

const AT = Date.UTC(2030, 0, 1);

function aFact(n: number, more: Partial<NewAuditEvent> = {}): NewAuditEvent {
  return {
    identity: ['session', n, 'session.started'],
    at: AT + n,
    action: 'session.started',
    actor: 'user:default/ann',
    via: 'portal',
    ...more,
  };
}

describe.each(ENGINES)('the audit log on %s', engine => {
  let knex: Knex;
  const record = (fact: NewAuditEvent) =>
    knex.transaction(trx => recordEvent(trx, fact));

  beforeEach(async () => {
    knex = await freshDatabase(engine);
  });

  it('keeps one event per identity', async () => {
    await record(aFact(1));
    await record(aFact(1, { at: AT + 5 }));
    await record(aFact(2));
    const events = await knex.transaction(trx =>
      listEvents(trx, { filter: {}, order: 'asc', limit: 10 }),
    );
    expect(events.map(event => event.at)).toEqual([
      '2030-01-01T00:00:00.001Z',
      '2030-01-01T00:00:00.002Z',
    ]);
  });

  it('loses no fact to another one of the same identity', async () => {
    await record(aFact(1));
    await expect(record(aFact(1, { reason: 'another one' }))).rejects.toThrow(
      'of another one',
    );
    expect(await knex('audit_events')).toHaveLength(1);
  });

  it('hashes exactly the bytes that it keeps, whatever was in the text', async () => {
    await record(aFact(1, { reason: 'zero \u0000, half \ud800, ü, 😀\n' }));
    const [body] = await knex('audit_bodies');
    const [event] = await knex('audit_events');
    expect(event.leaf_hash).toBe(entryHash(body.salt, body.body));
    expect(JSON.parse(body.body).reason).toBe(
      'zero \ufffd, half \ufffd, ü, 😀\n',
    );
  });

  it.each(['audit_events', 'audit_bodies'])(
    'refuses to change %s',
    async table => {
      await record(aFact(1));
      const idColumn = table === 'audit_events' ? 'id' : 'event_id';
      const changes = [
        knex(table).update({ [idColumn]: 'x' }),
        knex(table).delete(),
        ...(isPostgres(knex) ? [knex.raw(`truncate ${table}`)] : []),
      ];
      for (const change of changes) {
        // Errors of SQLite's driver are no Errors in the eyes of toThrow.
        await expect(change).rejects.toMatchObject({
          message: expect.stringContaining('append-only'),
        });
      }
      expect(await knex(table)).toHaveLength(1);
    },
  );

  it('notices at start that a trigger is missing', async () => {
    const name = isPostgres(knex)
      ? 'audit_events_no_truncate on audit_events'
      : 'audit_events_no_update';
    await knex.raw(`drop trigger ${name}`);
    await expect(assertGuards(knex)).rejects.toThrow(
      'missing audit_events_no_',
    );
  });

  it('pages by time and id, and narrows by filter and permission', async () => {
    for (let n = 1; n <= 7; n += 1) {
      await record(
        aFact(n, {
          at: AT + Math.floor(n / 3),
          actor: n % 2 ? 'user:default/ann' : 'user:default/bob',
          ownerRef: n > 4 ? 'group:default/a' : 'group:default/b',
        }),
      );
    }
    const seen: string[] = [];
    const pageAfter = (after?: { value: number; id: string }) =>
      knex.transaction(trx =>
        listEvents(trx, { filter: {}, order: 'desc', limit: 2, after }),
      );
    let after: { value: number; id: string } | undefined;
    for (let page = 0; page < 4; page += 1) {
      const events = await pageAfter(after);
      seen.push(...events.map(event => event.id));
      const last = events[events.length - 1];
      after = { value: Date.parse(last.at), id: last.id };
    }
    expect(new Set(seen).size).toBe(7);

    const ofAnn = await knex.transaction(trx =>
      listEvents(trx, {
        filter: { actor: 'user:default/ann', from: AT + 1 },
        order: 'asc',
        limit: 10,
        restrict: query => query.where('owner_ref', 'group:default/b'),
      }),
    );
    expect(ofAnn.map(event => event.at)).toEqual(['2030-01-01T00:00:00.001Z']);
  });
});

// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { isPostgres } from '../database/engine';
import { TEST_START } from './aSession';

/** Event n is one second after event n - 1. */
export const EVENT_EVERY = 1_000;

/** How the seeded rows are spread; see `seedSessions` for the same names. */
export const SPREAD = { users: 200, services: 500, teams: 50, clusters: 4 };

/**
 * Fills the audit log with `count` events of `sessions` sessions by two
 * statements, without hashes that would verify.
 */
export async function seedEvents(
  knex: Knex,
  {
    count,
    sessions,
    from = TEST_START,
  }: { count: number; sessions: number; from?: number },
): Promise<void> {
  const pad = (sql: string) =>
    isPostgres(knex)
      ? `lpad(cast(${sql} as text), 12, '0')`
      : `printf('%012d', ${sql})`;
  const uuid = (sql: string) => `'00000000-0000-4000-8000-' || ${pad(sql)}`;
  const text = (sql: string) => `cast(${sql} as text)`;
  // Numbers of columns as `seedSessions` has them.
  const facts = `
    with recursive numbers(n) as (
      select 1 union all select n + 1 from numbers where n < ${count}
    ), facts as (
      select n, ${from} + n * ${EVENT_EVERY} as at,
        n % ${sessions} + 1 as s,
        case when n % 97 = 0 then 'access.denied'
          when n % 11 = 0 then 'session.extended'
          when n % 7 = 0 then 'session.ready'
          when n % 5 = 0 then 'session.stopped'
          when n % 3 = 0 then 'route.attached'
          else 'session.started' end as action,
        case when n % 97 = 0 then 'denied'
          when n % 53 = 0 then 'failed' else 'succeeded' end as outcome
      from numbers
    ), rows_ as (
      select n, ${uuid('n')} as id, at, action, outcome,
        'user:default/user-' || ${text(`n % ${SPREAD.users}`)} as actor,
        ${uuid('s')} as session_id, 'pr-' || ${text('s')} as key,
        'component:default/service-' || ${text(`s % ${SPREAD.services}`)}
          as entity_ref,
        'group:default/team-' || ${text(`s % ${SPREAD.teams}`)} as owner_ref,
        'cluster-' || ${text(`s % ${SPREAD.clusters}`)} as cluster
      from facts
    )`;
  const isoTime = isPostgres(knex)
    ? `to_char(to_timestamp(at / 1000.0) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : `strftime('%Y-%m-%dT%H:%M:%fZ', at / 1000.0, 'unixepoch')`;
  await knex.raw(`insert into audit_events (id, leaf_hash) ${facts}
    select id, id from rows_`);
  await knex.raw(`insert into audit_bodies
      (event_id, salt, body, at, action, outcome, actor, session_id, key,
       entity_ref, owner_ref, cluster) ${facts}
    select id, id,
      '{"action":"' || action || '","actor":"' || actor || '","at":"' ||
      ${isoTime} || '","claimedActor":null,"cluster":"' || cluster ||
      '","code":null,"count":1,"entityRef":"' || entity_ref || '","id":"' ||
      id || '","image":"shop/checkout:' || key ||
      '","imageDigest":null,"key":"' || key ||
      '","namespace":"shop","outcome":"' || outcome || '","ownerRef":"' ||
      owner_ref || '","policy":null,"reason":null,"requestId":null,' ||
      '"sessionId":"' || session_id ||
      '","target":"deployment/checkout","via":"portal"}',
      at, action, outcome, actor, session_id, key, entity_ref, owner_ref,
      cluster
    from rows_`);
  // A backend on this database would begin to seal them all.
  await knex('audit_pending').delete();
  await settle(knex);
}

/** What PostgreSQL does by itself after a while; SQLite never does. */
export async function settle(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw('vacuum analyze');
  }
}

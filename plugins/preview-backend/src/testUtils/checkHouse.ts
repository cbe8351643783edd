// SPDX-License-Identifier: Apache-2.0
import { AUDIT_ACTIONS } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { eventId } from '../audit/eventId';
import { entryHash } from '../audit/entryHash';
import { toRecord } from '../database/columns';
import { SESSION_COLUMNS, type SessionRecord } from '../database/SessionRecord';
import { turnIdentity } from '../lifecycle/record';

/** One object of ours in the cluster, in plain words. */
export interface CensusEntry {
  sessionId: string;
  kind: 'root' | 'pods' | 'service' | 'route';
  /** Of `pods`. */
  revision: number | null;
  /** Whether it goes when the root goes. */
  owned: boolean;
}

/**
 * Compares database, audit log and cluster when all is quiet, and lists every
 * broken promise: sessions that did not converge, objects without a session,
 * twins, loose objects, lost or doubled events.
 */
export async function checkHouse(
  knex: Knex,
  census: CensusEntry[],
): Promise<string[]> {
  const rows = await knex('sessions');
  const sessions = rows.map(row => toRecord(SESSION_COLUMNS, row));
  const broken = sessions.flatMap(session => [
    ...checkRow(session),
    ...checkObjects(
      session,
      census.filter(each => each.sessionId === session.id),
    ),
  ]);
  const known = new Set(sessions.map(session => session.id));
  for (const each of census.filter(entry => !known.has(entry.sessionId))) {
    broken.push(`${each.sessionId}: a ${each.kind} without a session`);
  }
  broken.push(...(await checkEvents(knex, sessions)));
  broken.push(...(await checkTraffic(knex, sessions)));
  broken.push(...(await checkSteps(knex, sessions)));
  return broken;
}

const SETTLED = ['ready', 'failed', 'stopped'];

function checkRow(session: SessionRecord): string[] {
  const { id, phase } = session;
  const broken: string[] = [];
  if (!SETTLED.includes(phase)) {
    broken.push(`${id}: still ${phase}: ${session.lastError}`);
  }
  if (session.leaseHolder !== null) {
    broken.push(`${id}: still leased`);
  }
  if ((phase === 'stopped') !== (session.endedAt !== null)) {
    broken.push(`${id}: ${phase}, but ended at ${session.endedAt}`);
  }
  return broken;
}

function checkObjects(session: SessionRecord, mine: CensusEntry[]): string[] {
  const shape = mine
    .map(each => (each.kind === 'pods' ? `pods ${each.revision}` : each.kind))
    .sort();
  const wanted: string[] = [];
  if (session.endedAt === null) {
    wanted.push('root', 'service', `pods ${session.revision}`);
  }
  if (session.phase === 'ready' && session.routed) {
    wanted.push('route');
  }
  const broken: string[] = [];
  if (shape.join() !== wanted.sort().join()) {
    broken.push(`${session.id}: has [${shape}], should have [${wanted}]`);
  }
  if (mine.some(each => !each.owned)) {
    broken.push(`${session.id}: has objects that nothing ends`);
  }
  return broken;
}

/**
 * Every transition that the row counts has its event under the one id that it
 * can have, and there is no system event beside those.
 */
async function checkEvents(
  knex: Knex,
  sessions: SessionRecord[],
): Promise<string[]> {
  const broken: string[] = [];
  const events = await knex('audit_events')
    .leftJoin('audit_bodies', 'audit_events.id', 'audit_bodies.event_id')
    .select('audit_events.id', 'leaf_hash', 'salt', 'body');
  const left = new Map(events.map(event => [event.id, event]));
  for (const event of events) {
    if (!event.body || entryHash(event.salt, event.body) !== event.leaf_hash) {
      broken.push(`event ${event.id}: its hash does not fit`);
    }
  }
  for (const { id, eventSeq } of sessions) {
    for (let seq = 1; seq <= eventSeq; seq += 1) {
      const ids = AUDIT_ACTIONS.map(action =>
        eventId(turnIdentity({ id, eventSeq: seq }, action)),
      );
      if (!ids.some(each => left.has(each))) {
        broken.push(`${id}: transition ${seq} has no event`);
      }
      ids.forEach(each => left.delete(each));
    }
  }
  for (const event of left.values()) {
    const { actor, action, sessionId } = JSON.parse(event.body);
    if (actor === 'system' && action !== 'session.stopped') {
      broken.push(`${sessionId}: ${action} was told twice`);
    }
  }
  for (const { id, endedAt } of sessions) {
    const ends = events.filter(event => {
      const body = JSON.parse(event.body);
      return body.sessionId === id && body.action === 'session.ended';
    });
    if (ends.length !== (endedAt === null ? 0 : 1)) {
      broken.push(`${id}: its end was told ${ends.length} times`);
    }
  }
  return broken;
}

async function checkTraffic(
  knex: Knex,
  sessions: SessionRecord[],
): Promise<string[]> {
  const open = await knex('traffic_intervals').whereNull('to_at');
  return sessions.flatMap(session => {
    const mine = open.filter(each => each.session_id === session.id);
    const receives = session.endedAt === null && session.routed;
    const right =
      mine.length === (receives ? 1 : 0) &&
      mine.every(
        each =>
          each.revision === session.servingRevision &&
          isDeepStrictEqual(JSON.parse(each.filter), session.traffic.filter),
      );
    return right
      ? []
      : [`${session.id}: ${mine.length} open traffic intervals`];
  });
}

async function checkSteps(
  knex: Knex,
  sessions: SessionRecord[],
): Promise<string[]> {
  const running = await knex('session_steps').where({ status: 'running' });
  return sessions
    .filter(session => session.phase === 'ready')
    .filter(session =>
      running.some(
        step =>
          step.session_id === session.id && step.revision === session.revision,
      ),
    )
    .map(session => `${session.id}: ready, but a step is still running`);
}

// SPDX-License-Identifier: Apache-2.0
import {
  defaultFilter,
  filterFingerprint,
  type Phase,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { insertRevision } from '../database/history/insertRevision';
import { newSession } from '../database/newSession';
import type { SessionRecord } from '../database/SessionRecord';
import { insertSession } from '../database/sessions/insertSession';

/** When the sessions of tests begin: 2030-01-01T00:00:00Z. */
export const TEST_START = Date.UTC(2030, 0, 1);

export type SessionModifier = (session: SessionRecord) => void;

/** A session of `checkout` with key `pr-1`, due at once, for an hour. */
export function aSession(...modifiers: SessionModifier[]): SessionRecord {
  const key = 'pr-1';
  const filter = defaultFilter(key);
  const session = newSession({
    id: '00000000-0000-4000-8000-000000000001',
    key,
    entityRef: 'component:default/checkout',
    ownerRef: 'group:default/team-shop',
    cluster: 'demo',
    namespace: 'shop',
    target: 'deployment/checkout',
    driver: 'memory',
    entityLinks: [],
    image: 'shop/checkout:feature-x',
    replicas: 1,
    env: [],
    inputs: {},
    labelMode: 'isolated',
    traffic: { mode: 'steal', filter },
    filterFingerprint: filterFingerprint(filter, key),
    desiredReason: null,
    expiresAt: TEST_START + 3_600_000,
    pinned: false,
    pinnedBy: null,
    backstopAt: TEST_START + 3_605_000,
    createdBy: 'user:default/ann',
    claimedActor: null,
    via: 'portal',
    createdAt: TEST_START,
  });
  modifiers.forEach(modify => modify(session));
  return session;
}

/** Any fields, where no named modifier says it better. */
export function withFields(fields: Partial<SessionRecord>): SessionModifier {
  return session => {
    Object.assign(session, fields);
  };
}

export function inPhase(phase: Phase): SessionModifier {
  return withFields({ phase });
}

/** The n-th of several sessions: id, key, filter and time of its own. */
export function numbered(n: number): SessionModifier {
  return session => {
    session.id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    withKey(`pr-${n}`)(session);
  };
}

export function withKey(key: string): SessionModifier {
  return session => {
    const filter = defaultFilter(key);
    session.key = key;
    session.traffic = { mode: 'steal', filter };
    session.filterFingerprint = filterFingerprint(filter, key);
  };
}

export function withoutTraffic(): SessionModifier {
  return withFields({
    traffic: { mode: 'none', filter: null },
    filterFingerprint: null,
  });
}

export function createdAt(at: number): SessionModifier {
  return withFields({ createdAt: at, desiredAt: at, nextRunAt: at });
}

/** Its deadline is so many milliseconds after {@link TEST_START}. */
export function endingIn(ms: number): SessionModifier {
  return withFields({
    expiresAt: TEST_START + ms,
    backstopAt: TEST_START + ms + 5_000,
  });
}

export function pinned(): SessionModifier {
  return withFields({ pinned: true, expiresAt: null });
}

export function ended(at: number): SessionModifier {
  return withFields({
    phase: 'stopped',
    desiredState: 'stopped',
    endedAt: at,
    endReason: 'stopped',
  });
}

/** Puts a session and its first revision into the database, as a start does. */
export async function insertStarted(
  trx: Knex.Transaction,
  session: SessionRecord,
): Promise<void> {
  await insertSession(trx, session);
  await insertRevision(trx, {
    sessionId: session.id,
    number: session.revision,
    image: session.image,
    digests: [],
    at: session.createdAt,
    by: session.createdBy,
  });
}

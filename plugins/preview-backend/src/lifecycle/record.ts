// SPDX-License-Identifier: Apache-2.0
import type { AuditAction } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { aboutSession } from '../audit/aboutSession';
import { nextEventTime } from '../audit/nextEventTime';
import { recordEvent } from '../audit/recordEvent';
import { type Progress, saveProgress } from '../database/claims/saveProgress';
import { releaseEnvironment } from '../database/environments/releaseEnvironment';
import { closeTraffic } from '../database/history/closeTraffic';
import { findOpenTraffic } from '../database/history/findOpenTraffic';
import { insertRevision } from '../database/history/insertRevision';
import { openTraffic } from '../database/history/openTraffic';
import { saveDigests } from '../database/history/saveDigests';
import { saveSteps } from '../database/history/saveSteps';
import { insertNotices } from '../database/notices/insertNotices';
import type { SessionRecord } from '../database/SessionRecord';
import { noticesOfTurn } from '../notifications/noticesOfTurn';
import { revokeSignOffs } from '../sessions/revokeSignOffs';
import { driftEvents, drifted } from './drift';
import type { Known } from './gather';
import { receiving, sameReceiver } from './traffic';
import { transitionEvents } from './transitions';
import { type EventNote, SYSTEM } from './verdict';

/** What is written of one turn. */
export interface Turn {
  before: Known;
  after: Known;
  /** Whether the cluster was seen to hold what `before` wants. */
  inSync: boolean;
  events: EventNote[];
  now: number;
  release: Progress['release'];
}

/** The fields of a row that differ. */
export function changedFields(
  before: SessionRecord,
  after: SessionRecord,
): Partial<SessionRecord> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) =>
        JSON.stringify(value) !==
        JSON.stringify(before[field as keyof SessionRecord]),
    ),
  );
}

/**
 * Writes a turn in one transaction: row, timeline, traffic and audit events
 * stand or fall together.
 *
 * @returns the row as it now is; `undefined` when nothing was written, see
 * `saveProgress`
 */
export async function record(
  trx: Knex.Transaction,
  turn: Turn,
): Promise<SessionRecord | undefined> {
  const { before, after, now, release } = turn;
  const events = [
    ...turn.events,
    ...transitionEvents(before.session, after.session),
    ...driftEvents(before.revisions, after.revisions),
  ];
  const eventSeq = before.session.eventSeq + (events.length > 0 ? 1 : 0);
  const session = { ...after.session, eventSeq };
  const saved = await saveProgress(
    trx,
    { id: session.id, leaseToken: before.session.leaseToken },
    {
      patch: changedFields(before.session, session),
      generation: before.session.generation,
      release,
    },
  );
  if (!saved) {
    return undefined;
  }
  await recordHistory(trx, turn);
  if (events.length > 0) {
    const at = await nextEventTime(trx, session.id, now);
    for (const event of events) {
      await recordEvent(trx, describe(event, { ...after, session }, at));
    }
  }
  await insertNotices(trx, noticesOfTurn(before.session, session, now));
  if (before.session.endedAt === null && session.endedAt !== null) {
    await releaseEnvironment(trx, session.key, now);
  }
  return session;
}

async function recordHistory(
  trx: Knex.Transaction,
  { before, after, inSync, now }: Turn,
): Promise<void> {
  const { session } = after;
  const system = { actor: SYSTEM, via: 'sweep' as const, at: now };
  const oldSteps = new Set(before.steps.map(step => JSON.stringify(step)));
  await saveSteps(
    trx,
    after.steps.filter(step => !oldSteps.has(JSON.stringify(step))),
  );
  for (const revision of after.revisions) {
    if (!before.revisions.includes(revision)) {
      await saveDigests(trx, revision);
    }
  }
  if (session.revision > before.session.revision) {
    await insertRevision(trx, {
      sessionId: session.id,
      number: session.revision,
      image: session.image,
      digests: [],
      at: now,
      by: SYSTEM,
    });
    await revokeSignOffs(trx, session, { ...system, why: 'new-revision' });
  }
  for (const { number } of drifted(before.revisions, after.revisions)) {
    const why = 'digest-changed';
    await revokeSignOffs(
      trx,
      session,
      { ...system, why },
      { revision: number },
    );
  }
  const open = await findOpenTraffic(trx, session.id);
  const is = receiving(after, { open, inSync }, now);
  if (!sameReceiver(open, is)) {
    await closeTraffic(trx, session.id, now);
    if (is) {
      await openTraffic(trx, is);
    }
  }
}

/** What an event of a session's latest turn is known by. */
export function turnIdentity(
  { id, eventSeq }: Pick<SessionRecord, 'id' | 'eventSeq'>,
  action: AuditAction,
): (string | number)[] {
  return ['turn', id, eventSeq, action];
}

function describe(
  event: EventNote,
  { session, revisions }: Known,
  at: number,
): Parameters<typeof recordEvent>[1] {
  const { revision: about, ...told } = event;
  const shown = about ?? session.servingRevision ?? session.revision;
  const revision = revisions.find(each => each.number === shown);
  return {
    actor: SYSTEM,
    ...told,
    via: event.via ?? 'sweep',
    identity: turnIdentity(session, event.action),
    at,
    ...aboutSession(session),
    image: revision?.image ?? session.image,
    imageDigest: revision?.digests[0] ?? null,
  };
}

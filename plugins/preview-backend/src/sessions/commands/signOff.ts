// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewSession,
  type SignOffRequest,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { nextEventTime } from '../../audit/nextEventTime';
import { recordEvent } from '../../audit/recordEvent';
import type { Caller } from '../../authorization/Caller';
import { listRevisions } from '../../database/history/listRevisions';
import type { RevisionRecord } from '../../database/history/RevisionRecord';
import type { SessionRecord } from '../../database/SessionRecord';
import { getSession } from '../../database/sessions/getSession';
import { insertSignOff } from '../../database/signOffs/insertSignOff';
import { listSignOffs } from '../../database/signOffs/listSignOffs';
import type { SignOffRecord } from '../../database/signOffs/SignOffRecord';
import { revokeSignOffs } from '../revokeSignOffs';
import type { SessionContext } from '../SessionContext';
import { loadView } from '../view/loadViews';
import { eventOf } from './eventOf';

export interface SignOffResult {
  session: PreviewSession;
  /** `false` when the person had said the same already. */
  given: boolean;
}

/**
 * Writes down what a person says of the revision that serves. The former word
 * of the same person is void from then on; the same word again changes nothing.
 *
 * @throws PreviewError `SessionOver`, `NothingToSignOff`, `SignOffOutdated`
 */
export async function signOff(
  context: SessionContext,
  caller: Caller,
  id: string,
  request: SignOffRequest,
): Promise<SignOffResult> {
  const { knex, clock, random, events } = context;
  const result = await knex.transaction(async trx => {
    const session = await getSession(trx, id, { lock: true });
    if (!session || session.endedAt !== null) {
      throw previewError('SessionOver');
    }
    const number = servingOf(session, request.revision);
    const revision = await revisionOf(trx, id, number);
    const at = await nextEventTime(trx, id, clock.now());
    const next: SignOffRecord = {
      id: random.uuid(),
      sessionId: id,
      revision: number,
      digests: revision.digests,
      decision: request.decision,
      comment: request.comment || null,
      by: caller.ref,
      at,
      voidAt: null,
      voidWhy: null,
    };
    const given = !(await isSaid(trx, next));
    if (given) {
      await replace(trx, caller, { ...session, image: revision.image }, next);
    }
    return { session: await loadView(trx, context, session), given };
  });
  if (result.given) {
    events.changed(id);
  }
  return result;
}

/** The revision that people reach just now. */
function servingOf(session: SessionRecord, looked: number | undefined): number {
  const { phase, servingRevision } = session;
  const settled =
    session.desiredState === 'running' &&
    (phase === 'ready' || phase === 'degraded');
  if (!settled || servingRevision === null) {
    throw previewError('NothingToSignOff');
  }
  if (looked !== undefined && looked !== servingRevision) {
    throw previewError('SignOffOutdated', {
      message: `Revision ${servingRevision} serves now, not ${looked}.`,
      field: 'revision',
    });
  }
  return servingRevision;
}

async function revisionOf(
  trx: Knex.Transaction,
  id: string,
  number: number,
): Promise<RevisionRecord> {
  const revisions = await listRevisions(trx, [id]);
  return revisions.find(each => each.number === number)!;
}

async function isSaid(
  trx: Knex.Transaction,
  { sessionId, by, revision, digests, decision, comment }: SignOffRecord,
): Promise<boolean> {
  const said = await listSignOffs(trx, sessionId);
  return said.some(
    each =>
      each.voidAt === null &&
      each.by === by &&
      isDeepStrictEqual(
        [each.revision, each.digests, each.decision, each.comment],
        [revision, digests, decision, comment],
      ),
  );
}

async function replace(
  trx: Knex.Transaction,
  caller: Caller,
  session: SessionRecord,
  next: SignOffRecord,
): Promise<void> {
  const { ref, via, requestId } = caller;
  const { id, at, by, comment, decision, digests } = next;
  const cause = { actor: ref, via, requestId, at, why: 'superseded' as const };
  await revokeSignOffs(trx, session, cause, { by });
  await insertSignOff(trx, next);
  const reason = comment ? `${decision}: ${comment}` : decision;
  await recordEvent(trx, {
    ...eventOf(caller, 'sign-off.given', session, at, reason),
    identity: ['sign-off.given', id],
    imageDigest: digests[0] ?? null,
  });
}

// SPDX-License-Identifier: Apache-2.0
import type { SignOffVoidReason } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { aboutSession } from '../audit/aboutSession';
import type { NewAuditEvent } from '../audit/NewAuditEvent';
import { recordEvent } from '../audit/recordEvent';
import { listRevisions } from '../database/history/listRevisions';
import type { SessionRecord } from '../database/SessionRecord';
import {
  type SignOffChoice,
  voidSignOffs,
} from '../database/signOffs/voidSignOffs';

/** Who or what makes sign-offs void. */
export type Cause = Pick<
  NewAuditEvent,
  'actor' | 'via' | 'at' | 'claimedActor' | 'requestId'
> & { why: SignOffVoidReason };

/** Makes sign-offs of a session void, each with an event of its own. */
export async function revokeSignOffs(
  trx: Knex.Transaction,
  session: SessionRecord,
  { why, ...cause }: Cause,
  choice: Omit<SignOffChoice, 'sessionId'> = {},
): Promise<void> {
  const revoked = await voidSignOffs(
    trx,
    { sessionId: session.id, ...choice },
    { at: cause.at, why },
  );
  if (revoked.length === 0) {
    return;
  }
  const revisions = await listRevisions(trx, [session.id]);
  for (const { id, by, decision, revision, digests } of revoked) {
    const signed = revisions.find(({ number }) => number === revision);
    await recordEvent(trx, {
      ...cause,
      identity: ['sign-off.voided', id],
      action: 'sign-off.voided',
      ...aboutSession(session),
      image: signed?.image ?? session.image,
      imageDigest: digests[0] ?? null,
      reason: `${why}: ${decision} of revision ${revision} by ${by}`,
    });
  }
}

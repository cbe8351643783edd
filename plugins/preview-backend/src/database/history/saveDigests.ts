// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRow } from '../columns';
import { REVISION_COLUMNS, type RevisionRecord } from './RevisionRecord';

/** Writes the image digests that were seen in a revision's pods. */
export async function saveDigests(
  trx: Knex.Transaction,
  revision: RevisionRecord,
): Promise<void> {
  await trx('session_revisions')
    .where({ session_id: revision.sessionId, number: revision.number })
    .update(toRow(REVISION_COLUMNS, { digests: revision.digests }));
}

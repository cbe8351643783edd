// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewSession,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../../database/SessionRecord';
import { getSession } from '../../database/sessions/getSession';
import type { SessionContext } from '../SessionContext';
import { loadView } from '../view/loadViews';

type Context = Pick<SessionContext, 'knex' | 'config' | 'clock'>;

/** @throws PreviewError `SessionNotFound` */
export async function getRecord(
  { knex }: Pick<Context, 'knex'>,
  id: string,
): Promise<SessionRecord> {
  const session = await knex.transaction(trx => getSession(trx, id));
  if (!session) {
    throw previewError('SessionNotFound', { field: 'id' });
  }
  return session;
}

/** The history of a row that was read just now. */
export function viewOf(
  context: Context,
  session: SessionRecord,
): Promise<PreviewSession> {
  return context.knex.transaction(trx => loadView(trx, context, session));
}

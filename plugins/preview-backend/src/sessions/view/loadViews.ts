// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { listHistory } from '../../database/history/listHistory';
import { listSteps } from '../../database/history/listSteps';
import type { SessionRecord } from '../../database/SessionRecord';
import type { SessionContext } from '../SessionContext';
import { toView } from './toView';

/** Sessions with their history, in the given order: two statements in all. */
export async function loadViews(
  trx: Knex.Transaction,
  { config, clock }: Pick<SessionContext, 'config' | 'clock'>,
  sessions: SessionRecord[],
): Promise<PreviewSession[]> {
  if (sessions.length === 0) {
    return [];
  }
  const ids = sessions.map(({ id }) => id);
  const steps = await listSteps(trx, ids);
  const { revisions, signOffs } = await listHistory(trx, ids);
  const now = clock.now();
  return sessions.map(session => {
    const own = <T extends { sessionId: string }>(rows: T[]) =>
      rows.filter(({ sessionId }) => sessionId === session.id);
    return toView(
      session,
      {
        steps: own(steps),
        revisions: own(revisions),
        signOffs: own(signOffs),
      },
      config,
      now,
    );
  });
}

/** One session with its history. */
export async function loadView(
  trx: Knex.Transaction,
  context: Pick<SessionContext, 'config' | 'clock'>,
  session: SessionRecord,
): Promise<PreviewSession> {
  const [view] = await loadViews(trx, context, [session]);
  return view;
}

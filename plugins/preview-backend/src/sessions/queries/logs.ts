// SPDX-License-Identifier: Apache-2.0
import {
  type LogsQuery,
  isPreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../../authorization/Caller';
import { findKeptLog } from '../../database/logs/findKeptLog';
import type { SessionRecord } from '../../database/SessionRecord';
import { askDriver } from '../../drivers/askDriver';
import { eventOf } from '../commands/eventOf';
import type { SessionContext } from '../SessionContext';
import { moment } from './moment';

/**
 * Opens the log of a session's pods; of one that is over, the lines that were
 * kept. Who reads logs is recorded, since they may hold secrets.
 *
 * @throws PreviewError `LogsNotKept`, `InvalidTime`
 */
export async function logs(
  context: SessionContext,
  caller: Caller,
  session: SessionRecord,
  query: LogsQuery,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const { clock, random, reads } = context;
  const { sinceTime } = query;
  const since =
    sinceTime === undefined ? undefined : moment(sinceTime, 'sinceTime');
  const text =
    session.endedAt === null ? undefined : await kept(context, session, query);
  if (text === undefined && session.endedAt !== null) {
    throw previewError('LogsNotKept');
  }
  await reads.record(JSON.stringify([caller.ref, session.id]), () => ({
    ...eventOf(caller, 'logs.read', session, clock.now(), null),
    identity: ['logs.read', random.uuid()],
  }));
  return text === undefined
    ? live(context, session, query, since, signal)
    : asChunks(text);
}

async function live(
  context: SessionContext,
  session: SessionRecord,
  query: LogsQuery,
  sinceTime: number | undefined,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const { id, key, cluster, namespace, handle } = session;
  const options = {
    follow: query.follow,
    container: query.container,
    tailLines: query.tail,
    previous: query.previous,
    sinceTime,
  };
  const which = { sessionId: id, key, cluster, namespace, handle };
  const driver = context.drivers.forCluster(cluster);
  try {
    return await askDriver(() => driver.logs(which, options, signal));
  } catch (error) {
    // The pods of a failed preview may be gone before the preview is.
    const isGone = isPreviewError(error) && error.code === 'TargetNotFound';
    const text = isGone ? await kept(context, session, query) : undefined;
    if (text === undefined) {
      throw error;
    }
    return asChunks(text);
  }
}

/** Kept lines carry no times: `sinceTime` cannot narrow them. */
async function kept(
  { knex }: Pick<SessionContext, 'knex'>,
  session: SessionRecord,
  { container, previous = false, tail }: LogsQuery,
): Promise<string | undefined> {
  const which = { sessionId: session.id, container, previous };
  const found = await knex.transaction(trx => findKeptLog(trx, which));
  if (!found || tail === undefined) {
    return found?.text;
  }
  const lines = found.text.split(/(?<=\n)/);
  return lines.slice(Math.max(0, lines.length - tail)).join('');
}

async function* asChunks(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

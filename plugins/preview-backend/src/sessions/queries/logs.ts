// SPDX-License-Identifier: Apache-2.0
import {
  type LogsQuery,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { DateTime } from 'luxon';
import type { Caller } from '../../authorization/Caller';
import type { SessionRecord } from '../../database/SessionRecord';
import { askDriver } from '../../drivers/askDriver';
import { eventOf } from '../commands/eventOf';
import type { SessionContext } from '../SessionContext';

/**
 * Opens the log of a session's pods. Who reads logs is recorded, since they
 * may hold secrets.
 *
 * @throws PreviewError `SessionOver`, `InvalidTime`
 */
export async function logs(
  { drivers, clock, random, reads }: SessionContext,
  caller: Caller,
  session: SessionRecord,
  query: LogsQuery,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const sinceTime = sinceOf(query.sinceTime);
  if (session.endedAt !== null) {
    throw previewError('SessionOver', {
      message: 'This preview is over and its logs are gone with it.',
    });
  }
  await reads.record(JSON.stringify([caller.ref, session.id]), () => ({
    ...eventOf(caller, 'logs.read', session, clock.now(), null),
    identity: ['logs.read', random.uuid()],
  }));
  const { id, key, cluster, namespace, handle } = session;
  const options = {
    follow: query.follow,
    container: query.container,
    tailLines: query.tail,
    previous: query.previous,
    sinceTime,
  };
  const which = { sessionId: id, key, cluster, namespace, handle };
  return askDriver(() =>
    drivers.forCluster(cluster).logs(which, options, signal),
  );
}

function sinceOf(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const time = DateTime.fromISO(text);
  if (!time.isValid) {
    throw previewError('InvalidTime', {
      message: 'This is not a moment.',
      field: 'sinceTime',
    });
  }
  return time.toMillis();
}

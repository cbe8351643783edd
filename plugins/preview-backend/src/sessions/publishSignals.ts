// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { listSessions } from '../database/sessions/listSessions';
import type { Clock } from '../lifecycle/clock';
import type { SessionEvents } from './SessionEvents';

const CHANNEL = 'preview:sessions';
/** Changes within this time become one look at the database. */
const GATHER = 100;
const MOST = 500;

interface Options {
  events: SessionEvents;
  signals: SignalsService;
  knex: Knex;
  clock: Clock;
  logger: LoggerService;
}

/**
 * Tells open portals that sessions changed: which ones, never what, so that
 * each reads with its own rights.
 *
 * @returns ends it
 */
export function publishSignals(options: Options): () => void {
  const { events, clock, logger } = options;
  let changed = new Set<string>();
  let cancel: (() => void) | null = null;
  const flush = () => {
    const ids = [...changed];
    changed = new Set();
    cancel = null;
    publish(options, ids).catch(error =>
      logger.warn(`A change could not be signalled: ${error?.name}`),
    );
  };
  const unsubscribe = events.subscribe(id => {
    changed.add(id);
    cancel ??= clock.setTimer(clock.now() + GATHER, flush);
  });
  return () => {
    unsubscribe();
    cancel?.();
  };
}

async function publish(
  { signals, knex }: Options,
  ids: string[],
): Promise<void> {
  const sessions = await knex.transaction(trx =>
    listSessions(trx, {
      filter: { ids },
      order: { by: 'createdAt', direction: 'desc' },
      limit: MOST,
    }),
  );
  for (const { id, entityRef } of sessions) {
    await signals.publish({
      recipients: { type: 'broadcast' },
      channel: CHANNEL,
      message: { id, entityRef },
    });
  }
}

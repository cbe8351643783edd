// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Clock } from '../lifecycle/clock';
import type { SessionEvents } from './SessionEvents';

const CHANNEL = 'preview:sessions';
/** Changes within this time become one signal. */
const GATHER = 100;
/** Every open list reads again at each signal: so long between two of them. */
const PAUSE = 500;

interface Options {
  events: SessionEvents;
  signals: SignalsService;
  clock: Clock;
  logger: LoggerService;
}

/**
 * Tells open portals that sessions changed. Whoever is connected hears it,
 * rights or none, so a signal says as little as possible: random ids, which
 * mean nothing to people who may not read these sessions. Whoever may, reads.
 *
 * @returns ends it
 */
export function publishSignals(options: Options): () => void {
  const { events, signals, clock, logger } = options;
  const changed = new Set<string>();
  let cancel: (() => void) | null = null;
  let last = -Infinity;
  const flush = () => {
    const ids = [...changed];
    changed.clear();
    cancel = null;
    last = clock.now();
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: CHANNEL,
        message: { ids },
      })
      .catch(error =>
        logger.warn(`A change could not be signalled: ${error?.name}`),
      );
  };
  const unsubscribe = events.subscribe(id => {
    changed.add(id);
    const at = Math.max(clock.now() + GATHER, last + PAUSE);
    cancel ??= clock.setTimer(at, flush);
  });
  return () => {
    unsubscribe();
    cancel?.();
  };
}

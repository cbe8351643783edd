// SPDX-License-Identifier: Apache-2.0
import type {
  MetricsService,
  MetricsServiceObservableGauge,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { countByPhase } from '../database/telemetry/countByPhase';
import { oldestDue } from '../database/telemetry/oldestDue';
import { oldestUnsealed } from '../database/telemetry/oldestUnsealed';
import type { Clock } from '../lifecycle/clock';

interface Options {
  metrics: MetricsService;
  knex: Knex;
  clock: Clock;
  logger: LoggerService;
}

type Look = (result: MetricsServiceObservableResult) => Promise<void>;

/**
 * Gauges that are read from the database when they are collected. Every
 * replica reports the same numbers: take the maximum, never the sum.
 *
 * @returns ends it
 */
export function observeDatabase(options: Options): () => void {
  const { metrics, knex, clock, logger } = options;
  const ends: (() => void)[] = [];
  const gauge = (
    name: string,
    what: { description: string; unit?: string },
    look: Look,
  ) => {
    const instrument: MetricsServiceObservableGauge =
      metrics.createObservableGauge(name, what);
    const callback = (result: MetricsServiceObservableResult) =>
      look(result).catch(error =>
        logger.debug(`${name} could not be read: ${error?.name}`),
      );
    instrument.addCallback(callback);
    ends.push(() => instrument.removeCallback(callback));
  };
  const secondsSince = (at: number | null) =>
    at === null ? 0 : Math.max(0, clock.now() - at) / 1000;

  gauge(
    'preview.sessions.active',
    { description: 'Previews that have not ended' },
    async result => {
      const counts = await knex.transaction(trx => countByPhase(trx));
      for (const { cluster, phase, backstopState, count } of counts) {
        result.observe(count, { cluster, phase, backstop: backstopState });
      }
    },
  );
  gauge(
    'preview.queue.depth',
    { description: 'Previews that are due and that nobody works on' },
    async result => {
      const due = await knex.transaction(trx => oldestDue(trx, clock.now()));
      result.observe(due.count);
    },
  );
  gauge(
    'preview.queue.age',
    { description: 'How long the first in the queue has waited', unit: 's' },
    async result => {
      const due = await knex.transaction(trx => oldestDue(trx, clock.now()));
      result.observe(secondsSince(due.since));
    },
  );
  gauge(
    'preview.audit.seal.lag',
    { description: 'Age of the oldest audit event not sealed', unit: 's' },
    async result => {
      const at = await knex.transaction(trx => oldestUnsealed(trx));
      result.observe(secondsSince(at));
    },
  );
  return () => ends.forEach(end => end());
}

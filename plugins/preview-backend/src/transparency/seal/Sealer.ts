// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Cancel, Clock } from '../../lifecycle/clock';
import { describeError } from '../../redaction/describeError';
import type { LogKeys } from '../keys/LogKeys';
import { sealBatch } from './sealBatch';

/** Sixteen full tiles; longer transactions would hold up other replicas. */
const BATCH = 4_096;
/** Events of other replicas and of denied attempts are found by looking. */
const LOOK_EVERY = 900;
/** Events that come together get one checkpoint. */
const GATHER = 100;

export interface SealerOptions {
  knex: Knex;
  keys: LogKeys;
  clock: Clock;
  logger: LoggerService;
  /** Told after each commit, with the new size. */
  onSealed?: (size: number) => void;
}

/**
 * Seals what waits, again and again. Any number of replicas may do so: they
 * queue up on the head of the log.
 */
export class Sealer {
  private planned: { at: number; cancel: Cancel } | null = null;
  private running: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(private readonly options: SealerOptions) {}

  start(): void {
    this.plan(this.options.clock.now());
  }

  /** An event was recorded here just now. */
  nudge(): void {
    this.plan(this.options.clock.now() + GATHER);
  }

  /** Ends in order; what is under way is finished. */
  async stop(): Promise<void> {
    this.ended = true;
    this.planned?.cancel();
    await this.running;
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.running;
  }

  /** Seals everything that waits now. @returns the size of the log */
  async sealAll(): Promise<number | null> {
    const { knex, keys, clock, onSealed } = this.options;
    let size: number | null = null;
    while (await isWaiting(knex)) {
      const batch = { keys, limit: BATCH, now: clock.now() };
      const done = await knex.transaction(trx => sealBatch(trx, batch));
      size = done.size;
      if (done.sealed > 0) {
        onSealed?.(size);
      }
    }
    return size;
  }

  private plan(at: number): void {
    if (this.ended || (this.planned && this.planned.at <= at)) {
      return;
    }
    this.planned?.cancel();
    const cancel = this.options.clock.setTimer(at, () => {
      this.planned = null;
      this.running = this.running.then(() => this.turn());
    });
    this.planned = { at, cancel };
  }

  private async turn(): Promise<void> {
    const { clock, logger } = this.options;
    try {
      await this.sealAll();
    } catch (error) {
      logger.warn(`Sealing the audit log failed: ${describeError(error)}`);
    }
    this.plan(clock.now() + LOOK_EVERY);
  }
}

/** Without a transaction: asked each second, and nearly always in vain. */
async function isWaiting(knex: Knex): Promise<boolean> {
  const row = await knex('audit_pending').select('seq').orderBy('seq').first();
  return row !== undefined;
}

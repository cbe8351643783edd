// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { backoff } from '../../lifecycle/backoff';
import type { Clock } from '../../lifecycle/clock';
import type { Random } from '../../lifecycle/random';
import { describeError } from '../../redaction/describeError';
import { newestHead } from '../read/head';
import type { Anchor } from './Anchor';
import { claimFollower, endTurn, followerOf, isBehind } from './followers';

/** Longer than any attempt takes. */
const LEASE = 60_000;

export interface AnchoringOptions {
  knex: Knex;
  clock: Clock;
  random: Random;
  logger: LoggerService;
  anchors: Anchor[];
  /** Milliseconds between two checkpoints in one place. */
  interval: number;
}

/**
 * Brings the newest checkpoint to each anchor, at most once per interval,
 * by one replica at a time. What fails is tried again with a growing pause.
 */
export class Anchoring {
  constructor(private readonly options: AnchoringOptions) {}

  /** Does what is due now. */
  async run(): Promise<void> {
    for (const anchor of this.options.anchors) {
      await this.turn(anchor);
    }
  }

  private async turn(anchor: Anchor): Promise<void> {
    const { knex, clock, interval } = this.options;
    const name = followerOf(anchor.name);
    if (!(await isBehind(knex, name))) {
      return;
    }
    const now = clock.now();
    const claim = { name, now, leaseFor: LEASE };
    const mine = await knex.transaction(async trx => {
      const follower = await claimFollower(trx, claim);
      const head = await newestHead(trx);
      return follower && head && { follower, head };
    });
    if (!mine) {
      return;
    }
    const { follower, head } = mine;
    const done = await this.keep(
      anchor,
      head.note,
      head.size,
      follower.attempts,
    );
    await knex.transaction(trx =>
      endTurn(trx, {
        ...{ name, now: clock.now(), nextAt: now + interval },
        ...done,
      }),
    );
  }

  private async keep(
    anchor: Anchor,
    checkpoint: string,
    size: number,
    attempts: number,
  ): Promise<{ size: number } | { problem: string; nextAt: number }> {
    const { clock, random, logger } = this.options;
    try {
      await anchor.keep(checkpoint, size);
      return { size };
    } catch (error) {
      const problem = describeError(error);
      if (attempts === 0) {
        logger.warn(`The audit log could not be anchored: ${problem}`, {
          anchor: anchor.name,
        });
      }
      const pause = backoff(attempts + 1, random.unit());
      return { problem, nextAt: clock.now() + pause };
    }
  }
}

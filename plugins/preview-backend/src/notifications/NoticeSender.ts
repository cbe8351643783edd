// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { claimNotices } from '../database/notices/claimNotices';
import type { NoticeRecord } from '../database/notices/NoticeRecord';
import { purgeNotices } from '../database/notices/purgeNotices';
import { settleNotice } from '../database/notices/settleNotice';
import { getSession } from '../database/sessions/getSession';
import { backoff } from '../lifecycle/backoff';
import { type Clock, sleepUntil } from '../lifecycle/clock';
import { Heartbeat } from '../lifecycle/Heartbeat';
import type { Random } from '../lifecycle/random';
import { describeError } from '../redaction/describeError';
import { compose } from './compose';
import { isStale } from './isStale';

const SEND_EVERY = 2_000;
const PURGE_EVERY = 3_600_000;
const KEPT_FOR = 7 * 24 * 3_600_000;
/** How long the notifications plugin may take to answer. */
const PATIENCE = 10_000;
/** Longer than the patience, so that no two replicas send the same notice. */
const LEASE = 3 * PATIENCE;
const AT_ONCE = 10;
/** About an hour: later than that it is no news. */
const MOST_ATTEMPTS = 60;

interface Options {
  knex: Knex;
  clock: Clock;
  random: Random;
  notifications: NotificationService;
  logger: LoggerService;
  /** Path of the Previews page in the portal. */
  page: string;
}

/**
 * Sends what is due, beside other replicas that do the same. A crash between
 * sending and noting it sends again; the scope makes that one an update.
 */
export class NoticeSender {
  private readonly heartbeats: Heartbeat[];
  /** Whether the last try of this replica failed: said once, not each time. */
  private failing = false;

  constructor(private readonly options: Options) {
    this.heartbeats = [
      new Heartbeat(
        'Sending notifications',
        SEND_EVERY,
        () => this.send(),
        options,
      ),
      new Heartbeat(
        'Forgetting notices',
        PURGE_EVERY,
        () => this.purge(),
        options,
      ),
    ];
  }

  async start(): Promise<void> {
    await Promise.all(this.heartbeats.map(heartbeat => heartbeat.start()));
  }

  /** Resolves when what is under way is sent or given back. */
  async stop(): Promise<void> {
    await Promise.all(this.heartbeats.map(heartbeat => heartbeat.stop()));
  }

  /** Resolves when nothing is under way here. */
  async idle(): Promise<void> {
    await Promise.all(this.heartbeats.map(heartbeat => heartbeat.idle()));
  }

  private async send(): Promise<void> {
    const { knex, clock } = this.options;
    for (;;) {
      const now = clock.now();
      const claimed = await knex.transaction(trx =>
        claimNotices(trx, { now, leaseUntil: now + LEASE, limit: AT_ONCE }),
      );
      await Promise.all(claimed.map(each => this.deliver(each)));
      if (claimed.length < AT_ONCE) {
        return;
      }
    }
  }

  private async deliver(claimed: NoticeRecord): Promise<void> {
    const { knex, clock, random, notifications, page } = this.options;
    const session = await knex.transaction(trx =>
      getSession(trx, claimed.sessionId),
    );
    const now = clock.now();
    const notification =
      session && !isStale(claimed.notice, session, now)
        ? compose(claimed, session, page, now)
        : null;
    let dueAt: number | null = null;
    if (notification) {
      try {
        await this.withPatience(notifications.send(notification));
        this.failing = false;
      } catch (error) {
        this.complain(error);
        dueAt =
          claimed.attempts < MOST_ATTEMPTS
            ? clock.now() + backoff(claimed.attempts, random.unit())
            : null;
      }
    }
    await knex.transaction(trx => settleNotice(trx, claimed, dueAt));
  }

  private async withPatience(sending: Promise<void>): Promise<void> {
    const { clock } = this.options;
    const answered = new AbortController();
    const until = clock.now() + PATIENCE;
    const tooLate = sleepUntil(clock, until, answered.signal).then(() => {
      if (!answered.signal.aborted) {
        throw new Error('no answer in time');
      }
    });
    try {
      await Promise.race([sending, tooLate]);
    } finally {
      answered.abort();
    }
  }

  private complain(error: unknown): void {
    const text = `Notifications cannot be sent; is the notifications plugin installed? ${describeError(
      error,
    )}`;
    if (this.failing) {
      this.options.logger.debug(text);
    } else {
      this.options.logger.warn(text);
    }
    this.failing = true;
  }

  private async purge(): Promise<void> {
    const { knex, clock } = this.options;
    await knex.transaction(trx => purgeNotices(trx, clock.now() - KEPT_FOR));
  }
}

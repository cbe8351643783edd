// SPDX-License-Identifier: Apache-2.0
import { claimDue } from '../database/claims/claimDue';
import { claimSession } from '../database/claims/claimSession';
import { listUpcoming } from '../database/claims/listUpcoming';
import { requestLook } from '../database/claims/requestLook';
import type { SessionRecord } from '../database/SessionRecord';
import { describeError } from '../redaction/describeError';
import { type Cancel, LONGEST_TIMER } from './clock';
import type { LifecycleNudge, NudgeOptions } from './LifecycleNudge';
import { NudgeQueue, type QueueEntry } from './queue';
import { SessionWorker, type WorkerTools } from './SessionWorker';

/** How many upcoming moments of other replicas' sessions are looked ahead. */
const LOOK_AHEAD = 2_000;

/**
 * Hands sessions to the worker: what was nudged here at once, what others
 * left due when the database is scanned. One timer stands for the nearest
 * moment; every replica may fire, the claim decides who works.
 */
export class Dispatcher implements LifecycleNudge {
  private readonly queue = new NudgeQueue();
  private readonly worker: SessionWorker;
  /** Sessions being worked on here, and whether they were nudged meanwhile. */
  private readonly active = new Map<string, { jobs: number; again: boolean }>();
  private readonly jobs = new Set<Promise<void>>();
  private cancelTimer: Cancel = () => {};
  private ended = false;

  constructor(
    private readonly tools: WorkerTools,
    private readonly holder: string,
  ) {
    this.worker = new SessionWorker(tools);
  }

  nudge(sessionId: string, options: NudgeOptions = {}): void {
    const { at = this.tools.clock.now(), priority = 'command' } = options;
    this.queue.add({ id: sessionId, at, priority, planned: false });
    this.pump();
  }

  /** Takes work that nobody does: of replicas that ended, or after a start. */
  async scan(): Promise<void> {
    const limit = this.tools.settings.concurrency - this.active.size;
    if (limit <= 0 || this.ended) {
      return;
    }
    const claimed = await this.tools.store.run('database.claimDue', trx =>
      // What is worked on here is not left: its lease is only extended late.
      claimDue(trx, {
        ...this.claim(),
        limit,
        except: [...this.active.keys()],
      }),
    );
    for (const session of claimed) {
      this.track(session.id, () => this.worker.work(session));
    }
  }

  /** Learns the moments of the next minute, to be on time for them. */
  async lookAhead(): Promise<void> {
    const until = this.tools.clock.now() + LONGEST_TIMER;
    const upcoming = await this.tools.store.run('database.listUpcoming', trx =>
      listUpcoming(trx, { until, limit: LOOK_AHEAD }),
    );
    for (const { id, nextRunAt } of upcoming) {
      this.plan(id, nextRunAt);
    }
    this.pump();
  }

  /** Takes nothing new; resolves when what is under way is done. */
  async stop(): Promise<void> {
    this.ended = true;
    this.cancelTimer();
    await Promise.all(this.jobs);
  }

  /** Resolves when nothing is under way here. */
  async idle(): Promise<void> {
    while (this.jobs.size > 0) {
      await Promise.all(this.jobs);
    }
  }

  private plan(id: string, at: number): void {
    this.queue.add({ id, at, priority: 'deadline', planned: true });
  }

  private pump(): void {
    if (this.ended) {
      return;
    }
    const { clock, settings } = this.tools;
    const free = settings.concurrency - this.active.size;
    for (const entry of this.queue.take(clock.now(), free)) {
      const here = this.active.get(entry.id);
      if (here) {
        here.again = here.again || !entry.planned;
      } else {
        this.track(entry.id, () => this.claimAndWork(entry));
      }
    }
    this.cancelTimer();
    const next = this.queue.nextAt();
    if (next !== null && this.active.size < settings.concurrency) {
      this.cancelTimer = clock.setTimer(next, () => this.pump());
    }
  }

  /**
   * Runs a job of a session. A scan and a timer may both have one for the
   * same session: the claim lets only one of them through.
   */
  private track(id: string, job: () => Promise<number | null>): void {
    const state = this.active.get(id) ?? { jobs: 0, again: false };
    state.jobs += 1;
    this.active.set(id, state);
    const running = job()
      .then(dueAt => {
        if (dueAt !== null) {
          this.plan(id, dueAt);
        }
      })
      .catch(error => {
        // The lease runs out by itself; then the session is taken up again.
        const message = describeError(error);
        this.tools.logger.warn(`Work on a session broke off: ${message}`, {
          session: id,
        });
      })
      .finally(() => {
        this.jobs.delete(running);
        state.jobs -= 1;
        if (state.jobs === 0) {
          this.active.delete(id);
        }
        if (state.jobs === 0 && state.again) {
          this.queue.add({ id, at: 0, priority: 'watch', planned: false });
        }
        this.pump();
      });
    this.jobs.add(running);
  }

  private async claimAndWork(entry: QueueEntry): Promise<number | null> {
    const { store, clock } = this.tools;
    const dueOnly = entry.planned;
    const session: SessionRecord | undefined = await store.run(
      'database.claimSession',
      trx => claimSession(trx, entry.id, { ...this.claim(), dueOnly }),
    );
    if (session) {
      return this.worker.work(session);
    }
    if (!dueOnly) {
      // Another replica is at it: ask it for one more look.
      await store.run('database.requestLook', trx =>
        requestLook(trx, [entry.id], clock.now()),
      );
    }
    return null;
  }

  private claim() {
    const { clock, settings } = this.tools;
    return {
      holder: this.holder,
      now: clock.now(),
      leaseFor: settings.lease,
    };
  }
}

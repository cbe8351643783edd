// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import { describeError } from '../redaction/describeError';
import type { Cancel, Clock } from './clock';

/**
 * Does something again and again, each time so long after the former one has
 * ended. An error is logged, and the next time comes all the same.
 */
export class Heartbeat {
  private cancel: Cancel = () => {};
  private ended = false;
  private wished = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly what: string,
    private readonly every: number,
    private readonly beat: () => Promise<void>,
    private readonly tools: { clock: Clock; logger: LoggerService },
  ) {}

  /** Beats at once, and from then on. Resolves after the first beat. */
  start(): Promise<void> {
    this.running = this.once();
    return this.running;
  }

  /** Beats soon, once more than otherwise; many such wishes are one. */
  now(): void {
    if (this.ended || this.wished) {
      return;
    }
    this.wished = true;
    this.running = this.running.then(() => {
      this.wished = false;
      this.cancel();
      return this.once();
    });
  }

  /** Resolves when the beat under way, if any, is over. */
  idle(): Promise<void> {
    return this.running;
  }

  /** Ends the beating; resolves as {@link idle} does. */
  async stop(): Promise<void> {
    this.ended = true;
    this.cancel();
    await this.running;
  }

  private async once(): Promise<void> {
    if (this.ended) {
      return;
    }
    try {
      await this.beat();
    } catch (error) {
      this.tools.logger.warn(`${this.what} failed: ${describeError(error)}`);
    }
    if (!this.ended) {
      const { clock } = this.tools;
      this.cancel = clock.setTimer(clock.now() + this.every, () => {
        this.running = this.once();
      });
    }
  }
}

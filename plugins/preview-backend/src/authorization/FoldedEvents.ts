// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { NewAuditEvent } from '../audit/NewAuditEvent';
import { recordEvent } from '../audit/recordEvent';
import type { Cancel, Clock } from '../lifecycle/clock';

const WINDOW = 60_000;

interface Fold {
  event: NewAuditEvent;
  repeats: number;
  cancel: Cancel;
}

/**
 * Records what somebody may do again and again: the first one at once, its
 * repetitions within a minute as one event with a count, so that nobody can
 * fill the log that nobody can empty.
 */
export class FoldedEvents {
  private readonly open = new Map<string, Fold>();

  constructor(
    private readonly options: {
      knex: Knex;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /**
   * @param name - equal for what counts as the same
   * @param describe - called for the first one only
   * @returns whether it was the first one
   */
  async record(name: string, describe: () => NewAuditEvent): Promise<boolean> {
    const fold = this.open.get(name);
    if (fold) {
      fold.repeats += 1;
      return false;
    }
    const event = describe();
    const cancel = this.options.clock.setTimer(event.at + WINDOW, () => {
      this.close(name).catch(error =>
        this.options.logger.error('Repetitions could not be recorded', {
          action: event.action,
          cause: error instanceof Error ? error.name : 'unknown',
        }),
      );
    });
    this.open.set(name, { event, repeats: 0, cancel });
    try {
      await this.write(event);
    } catch (error) {
      cancel();
      this.open.delete(name);
      throw error;
    }
    return true;
  }

  /** Different ones of an actor within the last minute. */
  countOf(actor: string): number {
    return [...this.open.values()].filter(({ event }) => event.actor === actor)
      .length;
  }

  /** Writes what was only counted so far. */
  async stop(): Promise<void> {
    await Promise.all([...this.open.keys()].map(name => this.close(name)));
  }

  private async close(name: string): Promise<void> {
    const fold = this.open.get(name);
    this.open.delete(name);
    fold?.cancel();
    if (fold && fold.repeats > 0) {
      await this.write({
        ...fold.event,
        identity: [...fold.event.identity, 'repeats'],
        at: this.options.clock.now(),
        count: fold.repeats,
      });
    }
  }

  private write(event: NewAuditEvent): Promise<void> {
    return this.options.knex.transaction(trx => recordEvent(trx, event));
  }
}

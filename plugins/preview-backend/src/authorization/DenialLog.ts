// SPDX-License-Identifier: Apache-2.0
import {
  CODES,
  type PreviewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { NewAuditEvent } from '../audit/NewAuditEvent';
import { recordEvent } from '../audit/recordEvent';
import type { Cancel, Clock } from '../lifecycle/clock';
import type { Random } from '../lifecycle/random';
import type { Attempt } from './Attempt';
import type { AuditorMirror } from './AuditorMirror';
import type { Caller } from './Caller';

const WINDOW = 60_000;
/** Different denials of one caller in one window; the rest is only counted. */
const MOST_DIFFERENT = 30;

interface Fold {
  event: NewAuditEvent;
  repeats: number;
  cancel: Cancel;
}

/**
 * Records denied attempts. The first one of a kind at once, its repetitions
 * within a minute as one event with a count, so that nobody can fill the log
 * that nobody can empty.
 */
export class DenialLog {
  private readonly open = new Map<string, Fold>();

  constructor(
    private readonly options: {
      knex: Knex;
      clock: Clock;
      random: Random;
      logger: LoggerService;
      mirror: AuditorMirror;
    },
  ) {}

  async record(
    caller: Caller,
    error: PreviewError,
    attempt: Attempt,
  ): Promise<void> {
    if (!isDenial(error)) {
      return;
    }
    const { what, ...about } = attempt;
    const { code, field, message } = error;
    const exact = [caller.ref, what, code, field, message, about];
    const name = this.isFlooding(caller)
      ? JSON.stringify([caller.ref, code])
      : JSON.stringify(exact);
    const fold = this.open.get(name);
    if (fold) {
      fold.repeats += 1;
      return;
    }
    const event: NewAuditEvent = {
      ...about,
      identity: ['access.denied', this.options.random.uuid()],
      action: 'access.denied',
      outcome: 'denied',
      at: this.options.clock.now(),
      actor: caller.ref,
      via: caller.via,
      requestId: caller.requestId,
      code: error.code,
      policy: error.rule,
      reason: `${what}: ${error.message}`,
    };
    const cancel = this.options.clock.setTimer(event.at + WINDOW, () => {
      void this.close(name);
    });
    this.open.set(name, { event, repeats: 0, cancel });
    this.options.mirror.denied(caller, attempt, error);
    await this.write(event);
  }

  /** Writes what was only counted so far. */
  async stop(): Promise<void> {
    await Promise.all([...this.open.keys()].map(name => this.close(name)));
  }

  private isFlooding({ ref }: Caller): boolean {
    const own = [...this.open.values()].filter(
      ({ event }) => event.actor === ref,
    );
    return own.length >= MOST_DIFFERENT;
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

  /** A refusal stays one when it cannot be written down. */
  private async write(event: NewAuditEvent): Promise<void> {
    try {
      await this.options.knex.transaction(trx => recordEvent(trx, event));
    } catch (error) {
      this.options.logger.error('A denied attempt could not be recorded', {
        code: event.code ?? '',
        actor: event.actor,
        cause: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
}

/** Refusals by a rule; not what the request or the cluster is at fault for. */
function isDenial({ code }: PreviewError): boolean {
  const entry = CODES[code];
  return (
    code === 'TargetNotOfEntity' ||
    (entry.kind === 'refusal' && ![400, 401].includes(entry.status))
  );
}

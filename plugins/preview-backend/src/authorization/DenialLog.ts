// SPDX-License-Identifier: Apache-2.0
import {
  CODES,
  type PreviewCode,
  type PreviewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { NewAuditEvent } from '../audit/NewAuditEvent';
import type { Clock } from '../lifecycle/clock';
import type { Random } from '../lifecycle/random';
import type { Attempt } from './Attempt';
import type { Caller } from './Caller';
import { FoldedEvents } from './FoldedEvents';

/** Different denials of one caller in one window; the rest is only counted. */
const MOST_DIFFERENT = 30;

/**
 * Records denied attempts, repetitions folded. A refusal stays one when it
 * cannot be written down.
 */
export class DenialLog {
  private readonly folded: FoldedEvents;

  constructor(
    private readonly options: {
      knex: Knex;
      clock: Clock;
      random: Random;
      logger: LoggerService;
    },
  ) {
    this.folded = new FoldedEvents(options);
  }

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
    const isFlooding = this.folded.countOf(caller.ref) >= MOST_DIFFERENT;
    const name = JSON.stringify(isFlooding ? [caller.ref, code] : exact);
    const describe = () => this.eventOf(caller, error, attempt);
    await this.folded
      .record(name, describe)
      .catch(trouble => this.complain(trouble, { code, actor: caller.ref }));
  }

  /** Writes what was only counted so far. */
  async stop(): Promise<void> {
    await this.folded.stop().catch(trouble => this.complain(trouble, {}));
  }

  private eventOf(
    caller: Caller,
    error: PreviewError,
    { what, ...about }: Attempt,
  ): NewAuditEvent {
    return {
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
  }

  private complain(trouble: unknown, about: Record<string, string>): void {
    this.options.logger.error('A denied attempt could not be recorded', {
      ...about,
      cause: trouble instanceof Error ? trouble.name : 'unknown',
    });
  }
}

/** Nobody is kept from anything: things are not, or no longer, like that. */
const CONFLICTS: readonly string[] = [
  'DependencyUnavailable',
  'IdempotencyKeyReused',
  'NothingToSignOff',
  'NotSealedYet',
  'SecretMountsNeeded',
  'SessionBusy',
  'SessionOver',
  'SignOffOutdated',
] satisfies PreviewCode[];

/** Refusals by a rule; not what the request or the cluster is at fault for. */
function isDenial({ code }: PreviewError): boolean {
  const entry = CODES[code];
  return (
    code === 'TargetNotOfEntity' ||
    (entry.kind === 'refusal' &&
      ![400, 401].includes(entry.status) &&
      !CONFLICTS.includes(code))
  );
}

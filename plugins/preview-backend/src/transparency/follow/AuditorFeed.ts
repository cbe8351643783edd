// SPDX-License-Identifier: Apache-2.0
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import type { Clock } from '../../lifecycle/clock';
import { claimFollower, endTurn, isBehind } from './followers';

const NAME = 'auditor';
const LEASE = 30_000;
const BATCH = 200;

/**
 * Tells Backstage's auditor of every event after its commit, in the order of
 * the log and with the real actor. Where a replica dies in between, the next
 * one tells some of them again: none is left out.
 */
export class AuditorFeed {
  constructor(
    private readonly options: {
      knex: Knex;
      clock: Clock;
      auditor: AuditorService;
      logger: LoggerService;
    },
  ) {}

  /** Tells of everything that is sealed and was not told yet. */
  async run(): Promise<void> {
    while (await this.turn()) {
      // There may be more.
    }
  }

  private async turn(): Promise<boolean> {
    const { knex, clock } = this.options;
    if (!(await isBehind(knex, NAME))) {
      return false;
    }
    const now = clock.now();
    const claim = { name: NAME, now, leaseFor: LEASE };
    const mine = await knex.transaction(async trx => {
      const follower = await claimFollower(trx, claim);
      return (
        follower && {
          from: follower.size,
          rows: await nextBodies(trx, follower.size),
        }
      );
    });
    if (!mine) {
      return false;
    }
    const { from, rows } = mine;
    for (const { index, body } of rows) {
      if (body !== null) {
        await this.tell(index, body);
      }
    }
    await knex.transaction(trx =>
      endTurn(trx, {
        ...{ name: NAME, now: clock.now(), nextAt: now },
        ...(rows.length > 0 ? { size: from + rows.length } : {}),
      }),
    );
    return rows.length === BATCH;
  }

  /** Trouble with one event must not keep back the others. */
  private async tell(index: number, body: string): Promise<void> {
    const { auditor, logger } = this.options;
    try {
      const event: AuditEvent = JSON.parse(body);
      const meta = { ...event, entry: index } as unknown as JsonObject;
      const told = await auditor.createEvent({
        eventId: event.action.replace(/\W/g, '-'),
        severityLevel: 'medium',
        meta,
      });
      if (event.outcome === 'succeeded') {
        await told.success();
      } else {
        const error = new Error(event.reason ?? event.outcome);
        await told.fail({ error });
      }
    } catch (trouble) {
      logger.warn('The auditor could not be told of an event', {
        entry: index,
        cause: trouble instanceof Error ? trouble.name : 'unknown',
      });
    }
  }
}

/** The next events of the log; `null` where the content is gone. */
async function nextBodies(
  trx: Knex.Transaction,
  from: number,
): Promise<{ index: number; body: string | null }[]> {
  const rows = await trx('audit_leaves as l')
    .leftJoin('audit_bodies as b', 'b.event_id', 'l.event_id')
    .where('l.leaf_index', '>=', from)
    .where('l.leaf_index', '<', from + BATCH)
    .orderBy('l.leaf_index')
    .select('l.leaf_index', 'b.body');
  return rows.map(row => ({ index: Number(row.leaf_index), body: row.body }));
}

// SPDX-License-Identifier: Apache-2.0
import type { AuditExportQuery } from '@preview-environments/backstage-plugin-preview-common';
import type { NewAuditEvent } from '../../audit/NewAuditEvent';
import { type AuditFilter, listEvents } from '../../audit/listEvents';
import { recordEvent } from '../../audit/recordEvent';
import type { Caller } from '../../authorization/Caller';
import type { Restrict } from '../../database/sessions/sessionFilter';
import type { SessionContext } from '../SessionContext';
import { auditFilterOf } from './auditFilter';
import { EXPORT_FORMATS, type ExportFormat } from './exportFormats';

/** Events per statement: what is in memory at any time. */
const BATCH = 1000;

type Context = Pick<SessionContext, 'knex' | 'clock' | 'random'>;

/** Every event of a filter, to be read as fast as somebody takes it. */
export interface AuditExport {
  contentType: string;
  chunks: AsyncIterable<string>;
}

/**
 * Opens an export, newest first. That it was begun is recorded before
 * anything is handed out, how it ended and how much went out afterwards.
 * Events after its beginning are not in it, its own neither.
 *
 * @throws PreviewError `InvalidTime`
 */
export async function exportEvents(
  context: Context,
  caller: Caller,
  query: AuditExportQuery,
  restrict: Restrict | 'none' | undefined,
): Promise<AuditExport> {
  const { format: name, ...narrowed } = query;
  const begun = context.clock.now();
  const asked = auditFilterOf(narrowed);
  const filter = { ...asked, to: Math.min(asked.to ?? begun, begun) };
  const what = `${name}, ${JSON.stringify(narrowed)}`;
  const note = noteOf(context, caller);
  await note('begun', 'succeeded', `Begun: ${what}`);
  const format = EXPORT_FORMATS[name];
  const chunks = async function* chunks() {
    let sent = 0;
    let whole = false;
    try {
      yield format.head;
      if (restrict !== 'none') {
        for await (const batch of batches(context, filter, restrict, format)) {
          yield batch.text;
          sent += batch.count;
        }
      }
      whole = true;
    } finally {
      // Also when the client went away or the database failed half-way.
      await note(
        'ended',
        whole ? 'succeeded' : 'failed',
        `${whole ? 'Sent' : 'Broke off after'} ${sent} events: ${what}`,
      );
    }
  };
  return { contentType: format.contentType, chunks: chunks() };
}

async function* batches(
  { knex }: Pick<Context, 'knex'>,
  filter: AuditFilter,
  restrict: Restrict | undefined,
  format: ExportFormat,
): AsyncGenerator<{ text: string; count: number }> {
  let after: { value: number; id: string } | undefined;
  for (;;) {
    const page = after;
    const events = await knex.transaction(trx =>
      listEvents(trx, {
        filter,
        order: 'desc',
        limit: BATCH,
        after: page,
        restrict,
      }),
    );
    if (events.length > 0) {
      yield { text: format.write(events), count: events.length };
    }
    if (events.length < BATCH) {
      return;
    }
    const last = events[events.length - 1];
    after = { value: Date.parse(last.at), id: last.id };
  }
}

function noteOf({ knex, clock, random }: Context, caller: Caller) {
  const id = random.uuid();
  return (
    stage: 'begun' | 'ended',
    outcome: NewAuditEvent['outcome'],
    reason: string,
  ): Promise<void> =>
    knex.transaction(trx =>
      recordEvent(trx, {
        identity: ['audit.exported', id, stage],
        action: 'audit.exported',
        outcome,
        at: clock.now(),
        actor: caller.ref,
        via: caller.via,
        requestId: caller.requestId,
        reason,
      }),
    );
}

// SPDX-License-Identifier: Apache-2.0
import { formatEntryList } from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import type { NewAuditEvent } from '../../audit/NewAuditEvent';
import { recordEvent } from '../../audit/recordEvent';
import { entriesBetween, type EntryRow } from '../read/bundleRows';
import { newestHead } from '../read/head';
import { dropBodies } from './dropBodies';

/** Entries that are looked at in one transaction. */
const BATCH = 500;

/**
 * Drops the content of every sealed event that mentions a person, wherever
 * in it, and records of each lot which entries went. Call it again for what
 * was recorded meanwhile; a call that broke off is finished by the next.
 *
 * @param note - what the record says of who asked for it
 * @returns how many events lost their content
 */
export async function erasePerson(
  knex: Knex,
  person: string,
  note: Pick<NewAuditEvent, 'actor' | 'via' | 'requestId' | 'reason'> & {
    at: number;
    /** Tells this call from others. */
    id: string;
  },
): Promise<number> {
  const head = await knex.transaction(trx => newestHead(trx));
  const named = namePattern(person);
  let erased = 0;
  for (let from = 0; head && from < head.size; from += BATCH) {
    const to = Math.min(from + BATCH, head.size);
    erased += await knex.transaction(async trx => {
      const rows = await entriesBetween(trx, from, to);
      const about = rows.filter(row => mentions(row, named));
      if (about.length === 0) {
        return 0;
      }
      const { at, id, reason, ...who } = note;
      const ids = about.map(row => row.id);
      await dropBodies(trx, ids, { gone: 'erased', at });
      const entries = formatEntryList(about.map(({ index }) => index));
      await recordEvent(trx, {
        ...who,
        identity: ['audit.erased', id, from],
        action: 'audit.erased',
        at,
        reason: `${entries}${reason}`,
        count: about.length,
      });
      return about.length;
    });
  }
  return erased;
}

/** The reference, and not the beginning or end of another one. */
function namePattern(person: string): RegExp {
  const exact = person.replace(/[^\w/:-]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${exact}(?!\\.?[\\w-])`, 'i');
}

/** Whether an event names the person, in a field or within a text. */
function mentions({ body }: EntryRow, named: RegExp): boolean {
  return body !== null && named.test(body);
}

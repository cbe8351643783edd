// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/**
 * The time of what is recorded next of a session: now, and after all that was
 * recorded of it before, so that the order of events is the order of effect
 * whatever the clocks of replicas say. Call with the session's row locked.
 *
 * @param now - epoch milliseconds
 */
export async function nextEventTime(
  trx: Knex.Transaction,
  sessionId: string,
  now: number,
): Promise<number> {
  const [{ last }] = await trx('audit_bodies')
    .where({ session_id: sessionId })
    .max('at as last');
  return last === null ? now : Math.max(now, Number(last) + 1);
}

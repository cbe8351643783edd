// SPDX-License-Identifier: Apache-2.0
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { secureRandom } from '../lifecycle/random';
import { eventBytes } from './eventBytes';
import { eventId } from './eventId';
import { entryHash } from './entryHash';
import type { NewAuditEvent } from './NewAuditEvent';
import { readEvent } from './readEvent';

const SALT_BYTES = 16;

function complete({ identity, at, ...event }: NewAuditEvent): AuditEvent {
  return {
    outcome: 'succeeded',
    claimedActor: null,
    sessionId: null,
    key: null,
    entityRef: null,
    ownerRef: null,
    cluster: null,
    namespace: null,
    target: null,
    image: null,
    imageDigest: null,
    reason: null,
    code: null,
    policy: null,
    requestId: null,
    count: 1,
    changes: null,
    ...event,
    id: eventId(identity),
    at: new Date(at).toISOString(),
  };
}

/**
 * Records a fact in the transaction of the change that it tells of. Recording
 * the same fact again changes nothing, whenever that is.
 *
 * @throws Error when another fact has this identity already: it would be lost
 */
export async function recordEvent(
  trx: Knex.Transaction,
  fact: NewAuditEvent,
): Promise<void> {
  const body = eventBytes({ ...complete(fact) });
  // The columns are read back from the bytes that are hashed, never beside.
  const event: AuditEvent = JSON.parse(body);
  const salt = secureRandom.hex(SALT_BYTES);
  const inserted = await trx('audit_events')
    .insert({ id: event.id, leaf_hash: entryHash(salt, body) })
    .onConflict('id')
    .ignore()
    .returning('id');
  if (inserted.length === 0) {
    await demandSame(trx, event);
    return;
  }
  await trx('audit_bodies').insert({
    event_id: event.id,
    salt,
    body,
    at: fact.at,
    action: event.action,
    outcome: event.outcome,
    actor: event.actor,
    session_id: event.sessionId,
    key: event.key,
    entity_ref: event.entityRef,
    owner_ref: event.ownerRef,
    cluster: event.cluster,
  });
}

async function demandSame(
  trx: Knex.Transaction,
  event: AuditEvent,
): Promise<void> {
  const known = await trx('audit_bodies')
    .where({ event_id: event.id })
    .first('body');
  const told = known ? readEvent(known.body) : null;
  if (!isDeepStrictEqual(told && { ...told, at: event.at }, event)) {
    throw new Error(
      `The event ${event.action} has the id ${event.id} of another one`,
    );
  }
}

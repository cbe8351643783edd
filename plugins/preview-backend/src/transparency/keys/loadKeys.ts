// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  parseNote,
  type NoteSignature,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import { recordEvent } from '../../audit/recordEvent';
import type { AuditConfig } from '../../config/auditSchema';
import { signingKey } from '../../database/coordination/signingKey';
import type { Clock } from '../../lifecycle/clock';
import { newestHead } from '../read/head';
import { makeSecret, readSecret } from './LogKey';
import { LogKeys } from './LogKeys';

interface Options {
  knex: Knex;
  config: Pick<AuditConfig, 'signingKey' | 'previousSigningKeys' | 'origin'>;
  defaultOrigin: string;
  clock: Clock;
  logger: LoggerService;
}

/**
 * The keys that sign from now on. Without a configured one a development key
 * is made once and kept in the database, where it proves nothing against the
 * database's administrator. A change of keys is recorded.
 *
 * @throws Error when the configuration names another log than the database has
 */
export async function loadKeys(options: Options): Promise<LogKeys> {
  const { knex, config, clock, logger } = options;
  return knex.transaction(async trx => {
    const origin = await originOf(trx, options);
    const secrets =
      config.signingKey === null
        ? [await developmentSecret(trx, clock.now())]
        : [config.signingKey, ...config.previousSigningKeys];
    const keys = new LogKeys(origin, secrets, config.signingKey === null);
    if (keys.development) {
      logger.warn(
        'The audit log is signed with a development key: set preview.audit.signingKey',
      );
    }
    await noteChange(trx, keys, clock.now());
    return keys;
  });
}

async function originOf(
  trx: Knex.Transaction,
  { config, defaultOrigin }: Options,
): Promise<string> {
  const { origin } = await trx('audit_head').where({ id: 1 }).first();
  if (origin && config.origin && origin !== config.origin) {
    throw new Error(
      `preview.audit.origin is "${config.origin}", but the audit log in this ` +
        `database is called "${origin}". Set it back, or leave it out.`,
    );
  }
  return origin ?? config.origin ?? defaultOrigin;
}

async function developmentSecret(trx: Knex.Transaction, now: number) {
  const kept = await signingKey(trx, {
    ...{ purpose: 'audit', secret: makeSecret(), now },
  });
  const secret = readSecret(kept);
  if (!secret) {
    throw new Error('The development key of the audit log cannot be read');
  }
  return secret;
}

/** Other keys than under the newest checkpoint: that is an event of its own. */
async function noteChange(
  trx: Knex.Transaction,
  keys: LogKeys,
  now: number,
): Promise<void> {
  const head = await newestHead(trx);
  const note = head && parseNote(head.note);
  if (!head || !note) {
    return;
  }
  const before = note.signatures.map(({ keyId }: NoteSignature) => keyId);
  const after = keys.describe().map(({ id }) => id);
  if (before.join() === after.join()) {
    return;
  }
  await recordEvent(trx, {
    identity: ['audit.key-changed', head.size, ...before, 'to', ...after],
    action: 'audit.key-changed',
    at: now,
    actor: 'system',
    via: 'sweep',
    reason: `Signed by ${before.join(', ')} before, by ${after.join(
      ', ',
    )} from now on`,
  });
}

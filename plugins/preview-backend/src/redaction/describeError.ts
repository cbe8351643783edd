// SPDX-License-Identifier: Apache-2.0
import { type ErrorLike, isError } from '@backstage/errors';
import { hideSecrets } from './hideSecrets';

const LONGEST = 500;

/** SQLite's own codes, and those of the SQL standard that PostgreSQL uses. */
const DATABASE_CODE = /^(SQLITE_\w+|(?=\w*\d)[0-9A-Z]{5})$/;
const STATEMENT =
  /^\s*(select|insert|update|delete|with|begin|commit|rollback|savepoint|release|create|alter|drop|lock|set)\b/i;

/** PostgreSQL quotes the value that it could not read. */
const QUOTES_VALUE = /^22/;

/**
 * What an error says, fit for the log: short, and without what opens doors.
 * Knex puts the statement with all its values before the reason of an error
 * of the database; code and reason are all that is told of it.
 */
export function describeError(error: unknown): string {
  if (!isError(error)) {
    return 'unknown error';
  }
  const { message } = error;
  const code = codeOf(error);
  const ofDatabase = code !== null && DATABASE_CODE.test(code);
  if (!ofDatabase && !(STATEMENT.test(message) && message.includes(' - '))) {
    return hideSecrets(message.slice(0, LONGEST));
  }
  const reason = message.split(' - ').at(-1)!.trim();
  const words = [
    ['database error', code].filter(Boolean).join(' '),
    ...(code !== null && QUOTES_VALUE.test(code) ? [] : [reason]),
  ];
  return hideSecrets(words.join(': ').slice(0, LONGEST));
}

function codeOf({ code }: ErrorLike): string | null {
  return typeof code === 'string' ? code : null;
}

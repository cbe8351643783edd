// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { describeError } from './describeError';

describe.each(ENGINES)('describeError of %s', engine => {
  let knex: Knex;
  const env = '[{"name":"A","value":"s3cr3t - s3cr3t"}]';

  beforeEach(async () => {
    knex = await freshDatabase(engine);
  });

  const failureOf = async (query: PromiseLike<unknown>): Promise<Error> => {
    const error = await query.then(
      () => null,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toContain(' - ');
    return error!;
  };

  it('says which constraint, not the values', async () => {
    const error = await failureOf(knex('sessions').insert({ id: 'a', env }));
    // PostgreSQL's statements hold `$1` and so on in their place.
    expect(error.message.includes('s3cr3t')).toBe(engine === 'SQLITE_3');
    const said = describeError(error);
    expect(said).toMatch(
      /^database error (SQLITE_CONSTRAINT\w*|23502): .*null/i,
    );
    expect(said).not.toMatch(/s3cr3t|insert/);
  });

  it('says what is missing', async () => {
    const error = await failureOf(knex('none').update({ env }));
    expect(describeError(error)).toMatch(
      /^database error (SQLITE_ERROR: no such table: |42P01: relation ")none/,
    );
  });

  it('does not say which value could not be read', async () => {
    const cast =
      engine === 'SQLITE_3' ? 'select json(?)' : 'select cast(? as bigint)';
    const error = await failureOf(knex.raw(cast, ['x - s3cr3t']));
    expect(error.message).toContain('s3cr3t');
    expect(describeError(error)).toMatch(
      /^database error (SQLITE_ERROR: malformed JSON|22P02)$/,
    );
  });
});

describe('describeError', () => {
  it.each([
    ['connect ECONNREFUSED', new Error('connect ECONNREFUSED')],
    ['refused - token=***', new Error('refused - token=abc')],
    [
      'database error: Connection terminated',
      new Error("update `s` set `env` = 's3cr3t' - Connection terminated"),
    ],
    ['read EPIPE', Object.assign(new Error('read EPIPE'), { code: 'EPIPE' })],
    ['unknown error', 's3cr3t'],
  ])('says %j', (said, error) => {
    expect(describeError(error)).toBe(said);
  });

  it('is short', () => {
    expect(describeError(new Error('x'.repeat(2_000)))).toHaveLength(500);
  });
});

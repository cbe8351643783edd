// SPDX-License-Identifier: Apache-2.0
import { jest } from '../jest.mjs';
import { withPostgres } from '../postgres.mjs';

/** Tests beside the code; those of the database on SQLite and PostgreSQL. */
export const unit = {
  name: 'unit',
  needs: async () => null,
  run: () =>
    withPostgres(env =>
      jest('unit', ['repo', 'test', '--watch=false'], { env }),
    ),
};

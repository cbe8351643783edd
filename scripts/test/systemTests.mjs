// SPDX-License-Identifier: Apache-2.0
import { jest } from './jest.mjs';
import { inRepo } from './paths.mjs';
import { withPostgres } from './postgres.mjs';

/** Runs tests of packages/system-tests, one file at a time: each starts servers. */
export function systemTests(name, args, env = {}) {
  return withPostgres(postgres =>
    jest(name, ['package', 'test', '--watchAll=false', '--runInBand'], {
      args,
      cwd: inRepo('packages/system-tests'),
      env: { ...postgres, ...env },
    }),
  );
}

// SPDX-License-Identifier: Apache-2.0
import { jest } from './jest.mjs';
import { inRepo } from './paths.mjs';
import { withPostgres } from './postgres.mjs';

/** Names of test files that need a real API server. */
export const REAL = '\\.real\\.test\\.ts$';

/** Runs tests of packages/system-tests, one file at a time: each starts servers. */
export function systemTests(name, args) {
  return withPostgres(env =>
    jest(name, ['package', 'test', '--watchAll=false', '--runInBand'], {
      args,
      cwd: inRepo('packages/system-tests'),
      env,
    }),
  );
}

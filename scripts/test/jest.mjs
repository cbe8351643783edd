// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './command.mjs';
import { results, tool } from './paths.mjs';

const CLI = tool('@backstage/cli/bin/backstage-cli');

/** Runs jest through the Backstage CLI and counts from its result file. */
export async function jest(name, command, { args = [], cwd, env = {} }) {
  const outputFile = join(results, `${name}.json`);
  rmSync(outputFile, { force: true });
  const code = await runNode(
    [CLI, ...command, '--json', `--outputFile=${outputFile}`, ...args],
    { cwd, env: { CI: '1', BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...env } },
  );
  if (!existsSync(outputFile)) {
    return { passed: 0, failed: 1 };
  }
  const counts = countJest(JSON.parse(readFileSync(outputFile, 'utf8')));
  // A run that breaks outside of a test, such as a leaked handle, has failed too.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Tests that passed and failed; a file that does not load is one failure. */
export function countJest(result) {
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

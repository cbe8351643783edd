// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';

/** The branch that is checked out in a folder; `null` where there is none. */
export function gitBranch(cwd: string): string | null {
  const { status, stdout } = spawnSync(
    'git',
    ['symbolic-ref', '--quiet', '--short', 'HEAD'],
    { cwd, encoding: 'utf8' },
  );
  return (status === 0 && stdout.trim()) || null;
}

// SPDX-License-Identifier: Apache-2.0
import { install } from './setup/install.mjs';
import { checkMachine } from './setup/machine.mjs';

const problems = checkMachine();
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}
process.exit(install({ immutable: !process.argv.includes('--no-immutable') }));

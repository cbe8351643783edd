// SPDX-License-Identifier: Apache-2.0
import { readOptions, USAGE } from './demo/options.mjs';
import { ensureSetup } from './setup/ensure.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
  } else {
    await ensureSetup();
    // Loaded late: some of it needs what the setup installs.
    const { runDemo } = await import('./demo/run.mjs');
    await runDemo(options);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

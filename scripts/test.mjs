// SPDX-License-Identifier: Apache-2.0
import { ensureSetup } from './setup/ensure.mjs';
import { readOptions, USAGE } from './test/options.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
  } else {
    await ensureSetup();
    // Loaded late: some of it needs what the setup installs.
    const { runSuites } = await import('./test/run.mjs');
    process.exitCode = (await runSuites(options)) ? 0 : 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

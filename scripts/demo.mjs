// SPDX-License-Identifier: Apache-2.0
import { readOptions, USAGE } from './demo/options.mjs';
import { ensureSetup } from './setup/ensure.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
  } else {
    await ensureSetup(buildUiBeside);
    // Loaded late: some of it needs what the setup installs.
    const { runDemo } = await import('./demo/run.mjs');
    await runDemo(options);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Needs the packages, but not the addons that are being compiled. */
async function buildUiBeside() {
  const { buildUi } = await import('./demo/ui.mjs');
  const { makeDataFolder } = await import('./demo/paths.mjs');
  makeDataFolder();
  await buildUi();
}

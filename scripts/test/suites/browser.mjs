// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from '../chromium.mjs';
import { runNode } from '../command.mjs';
import { results, tool } from '../paths.mjs';

/** What a person does, in a browser, on the demo. */
export const browser = {
  name: 'browser',
  needs: async () =>
    chromiumPath()
      ? null
      : 'Chromium: apt-get install chromium, or set CHROMIUM_PATH, or npx playwright install chromium',
  async run() {
    const output = join(results, 'browser.json');
    rmSync(output, { force: true });
    const code = await runNode(
      [tool('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
      {
        env: {
          CHROMIUM_PATH: chromiumPath(),
          PLAYWRIGHT_JSON_OUTPUT_NAME: output,
        },
      },
    );
    if (!existsSync(output)) {
      return { passed: 0, failed: 1 };
    }
    const { stats } = JSON.parse(readFileSync(output, 'utf8'));
    const failed = stats.unexpected + (code !== 0 && !stats.unexpected ? 1 : 0);
    return {
      passed: stats.expected + stats.flaky,
      failed,
      skipped: stats.skipped,
    };
  },
};

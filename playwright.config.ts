// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from '@playwright/test';

/** One demo is started for all tests; see packages/app/e2e-tests/support. */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  globalSetup: './packages/app/e2e-tests/support/startDemo.ts',
  outputDir: '.data/test/browser',
  // They share one demo: one after the other.
  workers: 1,
  // A machine that is busy takes its time; what must be fast is measured elsewhere.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env.CI,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        // Root, in a container, cannot use Chromium's sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});

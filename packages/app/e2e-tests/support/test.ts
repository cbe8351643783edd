// SPDX-License-Identifier: Apache-2.0
import { expect, test as base } from '@playwright/test';
import { stopAll } from './api';

/** What the console may say without being at fault. */
interface Console {
  /** Lets a message pass, because the test provokes it. */
  expectError(text: RegExp): void;
}

/**
 * A page whose console must stay free of errors, and which may use the
 * clipboard.
 */
export const test = base.extend<{ browserConsole: Console }>({
  permissions: ['clipboard-read', 'clipboard-write'],
  browserConsole: [
    async ({ page }, use) => {
      // One person may run five previews: each test begins with none.
      await stopAll();
      const errors: string[] = [];
      const expected: RegExp[] = [];
      page.on('console', message => {
        if (message.type() !== 'error') return;
        // Which resource did not load stands beside the message, not in it.
        errors.push(`${message.text()} ${message.location().url}`.trim());
      });
      page.on('pageerror', error => errors.push(error.message));
      await use({ expectError: text => expected.push(text) });
      expect(
        errors.filter(error => !expected.some(text => text.test(error))),
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

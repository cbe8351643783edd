// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@playwright/test';

/** More presses than any page needs from end to end. */
const MOST_PRESSES = 80;

/** Presses Tab until what has the focus is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      const labels = focused?.getAttribute('aria-labelledby')?.split(' ') ?? [];
      return [
        focused?.getAttribute('aria-label') ?? '',
        ...labels.map(id => document.getElementById(id)?.textContent ?? ''),
        focused?.textContent ?? '',
      ].join(' ');
    });
    if (name.test(label)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

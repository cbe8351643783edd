// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@playwright/test';

/** Opens the Previews page from the sidebar. */
export async function openPage(page: Page): Promise<void> {
  await page.locator('nav a[href$="/previews"]').first().click();
  await page.getByRole('heading', { name: 'Environments' }).waitFor();
}

/** Types into a field that proposes, and takes the proposal. */
export async function choose(
  page: Page,
  label: string,
  name: string,
): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}

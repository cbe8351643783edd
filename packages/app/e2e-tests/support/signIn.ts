// SPDX-License-Identifier: Apache-2.0
import { Page } from '@playwright/test';
import { readDemo, Role } from './demo';

const NAMES: Record<Role, RegExp> = {
  engineer: /^Robin/,
  qa: /^Kim/,
  auditor: /^Noor/,
  admin: /^Alex/,
};

/** Opens the portal as a person of the demo, on the catalog. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto(readDemo().portal);
  await page.getByRole('button', { name: NAMES[role] }).click();
  await page.getByRole('heading', { name: 'Shop Catalog' }).waitFor();
}

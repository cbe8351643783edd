// SPDX-License-Identifier: Apache-2.0
import { Page } from '@playwright/test';
import { readDemo, Role } from './demo';

/** Who can sign in; the owners of the other services have no API token. */
export type Person = Role | 'web-engineer' | 'logistics-engineer';

const NAMES: Record<Person, RegExp> = {
  engineer: /^Robin/,
  'web-engineer': /^Mika/,
  'logistics-engineer': /^Juno/,
  qa: /^Kim/,
  auditor: /^Noor/,
  admin: /^Alex/,
};

/** Opens the portal as a person of the demo, on the catalog. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto(readDemo().portal);
  await page.getByRole('button', { name: NAMES[person] }).click();
  await page.getByRole('heading', { name: 'Shop Catalog' }).waitFor();
}

// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { readDemo } from './support/demo';
import { signIn } from './support/signIn';

test('the engineer signs in and finds the service that they own', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await expect(page.getByRole('link', { name: 'checkout' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'inventory' })).toBeHidden();
});

test('a reload keeps the person, signing out asks again', async ({ page }) => {
  const { portal } = readDemo();
  await signIn(page, 'qa');
  await page.goto(`${portal}/settings`);
  await expect(
    page.getByRole('heading', { name: 'Kim, QA', exact: true }),
  ).toBeVisible();

  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();
  await expect(
    page.getByRole('heading', { name: 'Who do you want to be?' }),
  ).toBeVisible();
});

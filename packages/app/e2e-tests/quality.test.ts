// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@playwright/test';
import { readyByApi, startByApi, stopByApi } from './support/api';
import { choose, openPage } from './support/filters';
import { tabTo } from './support/keyboard';
import { lookAt } from './support/looks';
import { signIn } from './support/signIn';
import { expect, test } from './support/test';

const rowOfKey = (page: Page, key: string) =>
  page
    .getByRole('list', { name: 'Environments by key' })
    .getByRole('listitem')
    .filter({ has: page.getByText(key, { exact: true }) })
    .first();

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`QA finds a preview, tries it and signs it off, ${colorScheme}`, async ({
      page,
    }) => {
      await startByApi('missing', 'demo-friday');
      await readyByApi('feature-x', 'pr-1042');
      await signIn(page, 'qa');
      await openPage(page);
      await expect(
        page.getByText('No preview of your teams is running.'),
      ).toBeVisible();
      await lookAt(page, 'environments-none', 'main');
      await page.getByRole('button', { name: 'Show all teams' }).click();
      await expect(page).toHaveURL(/team=all/);
      await expect(rowOfKey(page, 'pr-1042')).toContainText('1 Ready');
      await expect(rowOfKey(page, 'demo-friday')).toContainText('Failed');
      await lookAt(page, 'environments', 'main');

      await page.getByLabel('Key, image or service').fill('1042');
      await expect(rowOfKey(page, 'demo-friday')).toBeHidden();
      const row = rowOfKey(page, 'pr-1042');
      await row.getByRole('button').first().click();
      await expect(
        row.getByText('x-preview-key: pr-1042', { exact: true }),
      ).toBeVisible();
      await lookAt(page, 'environment-open', 'main');

      await row.getByRole('button', { name: 'Stop all' }).click();
      await expect(
        page.getByText('There is nothing here that you may stop.'),
      ).toBeVisible();
      await lookAt(page, 'stop-all-nothing', '[role=dialog]');
      await page.getByRole('button', { name: 'Keep running' }).click();

      await row.getByRole('button', { name: 'Reject' }).click();
      await expect(page.getByText('Say what is wrong.')).toBeVisible();
      await page.getByRole('textbox', { name: 'Comment' }).fill('It rounds up');
      await lookAt(page, 'reject', '[role=dialog]');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Reject' })
        .click();
      await expect(row).toContainText('rejected by Kim: It rounds up');

      await readyByApi('feature-y', 'pr-1042');
      await expect(row.getByText(/^Void: /)).toBeVisible();
      await row.getByRole('button', { name: 'Approve' }).click();
      await page.getByRole('textbox', { name: 'Comment' }).fill('Good now');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Approve' })
        .click();
      await expect(row).toContainText('approved by Kim: Good now');
      await lookAt(page, 'environment-signed-off', 'main');

      await row.getByRole('link', { name: 'Open its page' }).click();
      await expect(page.getByText(/Void: /)).toBeVisible();
      await expect(page.getByText('Good now').first()).toBeVisible();
      await lookAt(page, 'session-signed-off', 'main');
    });
  });
}

test('filters stand in the address, by team, service, state and person', async ({
  page,
}) => {
  await readyByApi('feature-x', 'pr-7');
  await signIn(page, 'qa');
  await openPage(page);
  await choose(page, 'Team', 'Payments');
  await choose(page, 'Service', 'checkout');
  await choose(page, 'Started by', 'Robin');
  await page.getByLabel('State').selectOption('Ready');
  await expect(rowOfKey(page, 'pr-7')).toBeVisible();
  await page.reload();
  await expect(rowOfKey(page, 'pr-7')).toBeVisible();
  await expect(
    page.getByRole('textbox', { name: 'Service', exact: true }),
  ).toHaveValue('checkout');
  await page.getByLabel('State').selectOption('Failed');
  await expect(page.getByText('No preview matches the filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(rowOfKey(page, 'pr-7')).toBeVisible();
});

test('who owns an environment stops all of it, after seeing what that is', async ({
  page,
}) => {
  await readyByApi('feature-x', 'pr-8');
  await signIn(page, 'engineer');
  await openPage(page);
  const row = rowOfKey(page, 'pr-8');
  await row.getByRole('button').first().click();
  await row.getByRole('button', { name: 'Stop all' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('checkout')).toBeVisible();
  await lookAt(page, 'stop-all', '[role=dialog]');
  await dialog.getByRole('button', { name: 'Stop 1' }).click();
  await expect(row).toBeHidden();
});

test('what is over is found, and started again with another image', async ({
  page,
}) => {
  const id = await readyByApi('feature-x', 'pr-9');
  await stopByApi(id);
  await signIn(page, 'engineer');
  await openPage(page);
  await page.getByLabel('State').selectOption('Ended');
  const link = page.locator(`a[href$="/sessions/${id}"]`);
  await expect(link).toBeVisible();
  await lookAt(page, 'ended', 'main');
  await link.click();
  await expect(page.getByText(/Ended: stopped/)).toBeVisible();
  await expect(page.getByRole('log')).toContainText('listening on');
  await lookAt(page, 'session-ended', 'main');
  await page
    .getByRole('button', { name: 'Restart with another image' })
    .click();
  await page.getByLabel('Image', { exact: true }).fill('feature-z');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect(page.getByText(/feature-z/).first()).toBeVisible();
  await expect(page.getByRole('log')).toContainText('listening on');
  await page.getByRole('link', { name: 'Previews' }).first().click();
  await expect(rowOfKey(page, 'pr-9')).toContainText('1 Ready');
});

test('by keyboard alone: QA finds, opens and approves', async ({ page }) => {
  await readyByApi('feature-x', 'pr-10');
  await signIn(page, 'qa');
  await openPage(page);
  await tabTo(page, /Show all teams/);
  await page.keyboard.press('Enter');
  await expect(rowOfKey(page, 'pr-10')).toBeVisible();
  await tabTo(page, /^ ?pr-10/);
  await page.keyboard.press('Enter');
  await tabTo(page, /Approve$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('Fine');
  await tabTo(page, /Approve$/);
  await page.keyboard.press('Enter');
  await expect(rowOfKey(page, 'pr-10')).toContainText('Fine');
});

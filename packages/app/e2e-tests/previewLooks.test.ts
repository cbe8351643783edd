// SPDX-License-Identifier: Apache-2.0
import { startByApi } from './support/api';
import { readDemo } from './support/demo';
import { tabTo } from './support/keyboard';
import { expectWholeTable, lookAt } from './support/looks';
import {
  expectState,
  fillStart,
  open,
  openPreviews,
  rowOf,
  startPreview,
} from './support/previews';
import { signIn } from './support/signIn';
import { expect, test } from './support/test';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test(`every screen in ${colorScheme}, wide and narrow`, async ({
      page,
    }) => {
      await signIn(page, 'engineer');
      await openPreviews(page, 'checkout');
      await expect(
        page.getByText(/No preview of checkout is running/),
      ).toBeVisible();
      await lookAt(page, 'tab-empty', 'main');

      const dialog = await fillStart(page, {
        tag: 'feature-x',
        key: 'pr-1042',
      });
      await expect(dialog.getByText(/checks passed/)).toBeVisible();
      await lookAt(page, 'start', '[role=dialog]');
      await dialog.getByRole('button', { name: /^Traffic/ }).click();
      await dialog.getByRole('button', { name: /^More/ }).click();
      await dialog.getByRole('button', { name: /^Details/ }).click();
      await lookAt(page, 'start-unfolded', '[role=dialog]');
      await dialog.getByLabel('Key', { exact: true }).fill('No Key');
      await lookAt(page, 'start-invalid', '[role=dialog]');
      await dialog.getByRole('button', { name: 'Cancel' }).click();

      await startPreview(page, 'checkout', {
        tag: 'missing',
        key: 'pr-1051',
      });
      const row = await startPreview(page, 'checkout', {
        tag: 'feature-x',
        key: 'pr-1042',
      });
      await expectState(row, 'Ready');
      await open(row);
      await lookAt(page, 'tab', 'main');
      await row.getByRole('tab', { name: 'Browser extension' }).click();
      await row.getByRole('button', { name: /^Different from/ }).click();
      await lookAt(page, 'tab-unfolded', 'main');

      const again = await fillStart(page, {
        tag: 'feature-y',
        key: 'pr-1042',
      });
      await expect(
        again.getByText(/^pr-1042 runs already with image feature-x\./),
      ).toBeVisible();
      await expect(again.getByRole('button', { name: 'Update' })).toBeEnabled();
      await lookAt(page, 'start-present', '[role=dialog]');
      await again.getByRole('button', { name: 'Cancel' }).click();

      await row.getByRole('button', { name: 'Update image' }).click();
      await lookAt(page, 'update', '[role=dialog]');
      await page.keyboard.press('Escape');
      await row.getByRole('button', { name: 'Stop' }).click();
      await lookAt(page, 'stop', '[role=dialog]');
      await page.keyboard.press('Escape');
      await row.getByRole('button', { name: 'Extend' }).click();
      await lookAt(page, 'extend', '[role=menu]');
      await page.getByRole('menuitem', { name: 'Until…' }).click();
      await lookAt(page, 'extend-until', '[role=dialog]');
      const until = page.getByLabel('Until', { exact: true });
      const later = Date.parse(`${await until.inputValue()}Z`);
      const sooner = new Date(later - 3 * 3600_000).toISOString();
      await until.fill(sooner.slice(0, 'yyyy-mm-ddThh:mm'.length));
      await expect(page.getByRole('button', { name: 'Shorten' })).toBeVisible();
      await lookAt(page, 'extend-shorten', '[role=dialog]');
      await page.keyboard.press('Escape');

      await row.getByRole('link', { name: 'Open its page' }).click();
      await expect(page.getByRole('log')).toContainText('listening on');
      await lookAt(page, 'session', 'main');
      await expectWholeTable(page, 'Pods and digests');

      await page.goto(`${readDemo().portal}/previews/nonsense/x`);
      await expect(page.getByText(/nonsense\/x leads nowhere/)).toBeVisible();
      await lookAt(page, 'not-found', 'main');
      await page
        .getByRole('link', { name: 'Go to the list of previews' })
        .click();
      await expect(
        page.getByRole('button', { name: /^pr-1042 checkout/ }),
      ).toBeVisible();
      await lookAt(page, 'list', 'main');
      await page.goto(
        `${readDemo().portal}/catalog/default/component/checkout`,
      );
      await expect(page.getByRole('link', { name: 'pr-1042' })).toBeVisible();
      await lookAt(
        page,
        'overview-card',
        '[aria-label="Previews of checkout"]',
      );
    });
  });
}

test('who only reads sees the previews, no buttons, and who may', async ({
  page,
}) => {
  await startByApi('feature-x', 'seen');
  await signIn(page, 'qa');
  await openPreviews(page, 'checkout');
  await expect(
    page.getByText(/Only owners of checkout .* can start previews/),
  ).toBeVisible();
  await expectState(rowOf(page, 'checkout', 'seen'), 'Ready');
  await expect(page.getByRole('button', { name: 'Copy: curl' })).toBeVisible();
  for (const name of ['Start preview', 'Stop', 'Extend', 'Update image']) {
    await expect(page.getByRole('button', { name })).toBeHidden();
  }
  await lookAt(page, 'tab-reader', 'main');
});

test('by keyboard alone: start, open, stop', async ({ page }) => {
  await signIn(page, 'engineer');
  await openPreviews(page, 'checkout');
  await expect(
    page.getByRole('button', { name: 'Start preview' }),
  ).toBeVisible();
  await tabTo(page, /Start preview/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Image', { exact: true })).toBeFocused();
  await page.keyboard.type('feature-x');
  await expect(page.getByText(/checks passed/)).toBeVisible();
  await page.keyboard.press('Enter');
  const rows = page.getByRole('list', { name: 'Previews of checkout' });
  await expectState(rows.getByRole('listitem').first(), 'Ready');
  // Focus is where the dialog was opened from.
  await expect(
    page.getByRole('button', { name: 'Start preview' }),
  ).toBeFocused();
  await tabTo(page, /^\s*Stop$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('done');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText(/No preview of checkout is running/),
  ).toBeVisible();
});

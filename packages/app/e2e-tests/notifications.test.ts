// SPDX-License-Identifier: Apache-2.0
import { readyByApi } from './support/api';
import { readDemo } from './support/demo';
import { signIn } from './support/signIn';
import { expect, test } from './support/test';

test('the bell tells the team of a preview and leads to it', async ({
  page,
}) => {
  const id = await readyByApi('feature-x', 'bell-1');
  await signIn(page, 'engineer');
  await page.goto(`${readDemo().portal}/notifications`);
  await page
    .getByRole('link', { name: 'Preview bell-1 of checkout is ready' })
    .click();
  await expect(page).toHaveURL(new RegExp(`/previews/sessions/${id}$`));
  await expect(page.getByRole('heading', { name: /^bell-1/ })).toBeVisible();
});

test('the link of a warning opens the extension', async ({ page }) => {
  const id = await readyByApi('feature-x', 'bell-3');
  await signIn(page, 'engineer');
  await page.goto(`${readDemo().portal}/previews/sessions/${id}?action=extend`);
  const dialog = page.getByRole('dialog', { name: /Extend bell-3/ });
  await dialog.getByRole('button', { name: 'Extend' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('time').first()).toHaveText(
    /^8\sh\s5\d\smin\sleft$/,
  );
});

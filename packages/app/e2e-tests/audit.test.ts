// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { readyByApi, statusFor } from './support/api';
import { readDemo } from './support/demo';
import { openPage } from './support/filters';
import { lookAt } from './support/looks';
import { signIn } from './support/signIn';
import { expect, test } from './support/test';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`the auditor reads who did what, and what received traffic, ${colorScheme}`, async ({
      page,
    }) => {
      await readyByApi('feature-x', `audited-${colorScheme}`);
      await signIn(page, 'auditor');
      await openPage(page);
      await page.getByRole('link', { name: 'Audit' }).click();
      const events = page.getByRole('list', { name: 'Events' });
      await page
        .getByLabel('Key', { exact: true })
        .fill(`audited-${colorScheme}`);
      await page.getByLabel('What', { exact: true }).selectOption('started');
      // What is typed gets there a little later, and makes another list.
      await expect(page).toHaveURL(/[?&]key=audited-/);
      await expect(page).toHaveURL(/[?&]action=/);
      const started = events.getByRole('button', {
        name: `Robin started a preview of checkout (audited-${colorScheme})`,
      });
      await expect(started).toBeVisible();
      await started.click();
      await expect(events.getByText('session.started')).toBeVisible();
      await expect(page.getByText(/Sealed to event/)).toBeVisible();
      await page.getByRole('button', { name: 'Verify it yourself' }).click();
      await lookAt(page, 'audit', 'main');
      await page.getByRole('button', { name: 'Verify it yourself' }).click();

      const about = page.getByRole('search', { name: 'Service and time' });
      await about.getByRole('textbox', { name: 'Service' }).fill('checkout');
      await page.getByRole('option', { name: 'checkout', exact: true }).click();
      await expect(
        page.getByRole('img', { name: /could receive traffic/ }),
      ).toBeVisible();
      await expect(
        page
          .getByRole('table', { name: 'Previews that could receive traffic' })
          .getByRole('link', { name: `audited-${colorScheme}` }),
      ).toBeVisible();
      await lookAt(page, 'audit-traffic', 'main');
    });
  });
}

test('writes an export to disk as it comes, where the browser can', async ({
  page,
}) => {
  await readyByApi('feature-x', 'streamed');
  // The dialog of the system cannot be played: a private file stands for it.
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: any) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, {
          create: true,
        }),
    });
  });
  await signIn(page, 'auditor');
  await page.goto(`${readDemo().portal}/previews/audit?key=streamed`);
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const file = await folder.getFileHandle('audit-events.csv');
        return (await file.getFile()).text();
      }),
    )
    .toContain('session.started');
});

test('exports what is filtered, and that is an event', async ({ page }) => {
  await readyByApi('feature-x', 'exported');
  // As in a browser that saves only from memory.
  await page.addInitScript(() => {
    Object.assign(window, { showSaveFilePicker: undefined });
  });
  await signIn(page, 'auditor');
  await page.goto(`${readDemo().portal}/previews/audit?key=exported`);
  const save = async (name: string) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return readFileSync(await (await waiting).path(), 'utf8');
  };
  const csv = await save('Export CSV');
  expect(csv).toContain('session.started');
  expect(csv).toContain('exported');
  const lines = (await save('Export JSON Lines')).trim().split('\n');
  expect(lines.map(line => JSON.parse(line).key)).toContain('exported');
  expect((await save('Evidence bundle')).length).toBeGreaterThan(0);
  await page.goto(`${readDemo().portal}/previews/audit?action=audit.exported`);
  await expect(
    page.getByRole('button', { name: /Noor exported events/ }).first(),
  ).toBeVisible();
});

test('without the permission there is no tab, and the backend says no', async ({
  page,
}) => {
  await signIn(page, 'qa');
  await openPage(page);
  await expect(page.getByLabel('Key, image or service')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Audit' })).toBeHidden();
  await page.goto(`${readDemo().portal}/previews/audit`);
  await expect(page.getByText(/Only people with the permission/)).toBeVisible();
  await lookAt(page, 'audit-denied', 'main');
  for (const path of ['events', 'export?format=csv', 'state']) {
    expect(await statusFor('qa', `audit/${path}`), path).toBe(403);
  }
});

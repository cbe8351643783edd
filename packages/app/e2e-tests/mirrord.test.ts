// SPDX-License-Identifier: Apache-2.0
import { ask, inShell } from './support/gateway';
import { lookAt } from './support/looks';
import {
  expectState,
  fillStart,
  open,
  openPreviews,
  rowOf,
} from './support/previews';
import { signIn } from './support/signIn';
import { startElsewhere } from './support/elsewhere';
import { expect, test } from './support/test';

test('a preview by the operator is started, reached and stopped', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await openPreviews(page, 'payments');
  const dialog = await fillStart(page, { tag: 'by-operator', key: 'op-1' });
  await dialog.getByRole('button', { name: /^More/ }).click();
  await dialog.getByRole('button', { name: /^Target / }).click();
  await page.getByRole('option', { name: /demo-mirrord/ }).click();
  await lookAt(page, 'start-mirrord', '[role=dialog]');
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog).toBeHidden();
  const row = rowOf(page, 'payments', 'op-1');
  await expectState(row, 'Ready');
  await lookAt(page, 'ready-mirrord', 'main');

  await row.getByRole('button', { name: 'Copy: curl' }).click();
  const curl = await page.evaluate(() => navigator.clipboard.readText());
  const answer = await inShell(curl);
  expect(answer).toContain('by-operator');
  expect(answer.toLowerCase()).toContain('mirrord-key: op-1');
  expect((await ask('payments')).body).toContain('4.4.1');

  await row.getByRole('button', { name: 'Update image' }).click();
  await expect(page.getByRole('dialog')).toContainText('short gap');
  await page.keyboard.press('Escape');

  await row.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
  await expect(row).toBeHidden({ timeout: 30_000 });
  await expect
    .poll(async () => (await ask('payments', 'op-1')).body)
    .toContain('4.4.1');
});

test('a preview that was started elsewhere can be looked at and stopped', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await openPreviews(page, 'payments');
  await startElsewhere('by-cli');
  const row = rowOf(page, 'payments', 'by-cli');
  await expectState(row, 'Ready');
  await open(row);
  await expect(row.getByText(/^Started elsewhere/)).toBeVisible();
  await expect(row.getByRole('button', { name: 'Extend' })).toBeHidden();
  await lookAt(page, 'elsewhere', 'main');
  await row.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
  await expect(row).toBeHidden({ timeout: 30_000 });
});

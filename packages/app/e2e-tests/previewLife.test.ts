// SPDX-License-Identifier: Apache-2.0
import { readyByApi, stopByApi } from './support/api';
import { objectsOf } from './support/cluster';
import { ask, askAgainAndAgain, inShell } from './support/gateway';
import { lookAt } from './support/looks';
import {
  endedOf,
  expectState,
  open,
  openPreviews,
  rowOf,
  startPreview,
  watchSteps,
} from './support/previews';
import { signIn } from './support/signIn';
import { expect, test } from './support/test';

test('a new user starts a preview, watches it come up and reaches it', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await page.getByRole('link', { name: 'checkout' }).click();
  await page
    .getByRole('link', { name: 'Previews' })
    .and(page.locator('[href$="/checkout/previews"]'))
    .click();
  await page.getByRole('button', { name: 'Start preview' }).click();
  await page
    .getByLabel('Image', { exact: true })
    .fill('shop/checkout:feature-x');
  const key = await page.getByLabel('Key', { exact: true }).inputValue();
  expect(key).toMatch(/^robin-feature-x-[a-z0-9]{6}$/);
  const seenSteps = await watchSteps(page);
  await page.keyboard.press('Enter');

  const row = rowOf(page, 'checkout', key);
  await expect(row).toBeVisible();
  await expectState(row, 'Ready');
  const numbers = await seenSteps();
  expect(numbers.at(-1)).toBe(9);
  expect(numbers.length, numbers.join()).toBeGreaterThan(2);

  await row.getByRole('button', { name: 'Copy: curl' }).click();
  const curl = await page.evaluate(() => navigator.clipboard.readText());
  const answer = await inShell(curl);
  expect(answer).toContain('feature-x');
  expect(answer.toLowerCase()).toContain(`x-preview-key: ${key}`);
  const plain = await inShell(curl.replace(/-H '[^']*' /, ''));
  expect(plain).toContain('1.8.3');
  expect(plain.toLowerCase()).not.toContain('x-preview-key:');

  await row.getByRole('button', { name: 'Verify' }).click();
  await expect(
    page.getByText(/^Verified: requests with the key/),
  ).toBeVisible();
});

test('two previews run side by side; one is extended, updated without a failed request, and stopped', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await openPreviews(page, 'checkout');
  await startPreview(page, 'checkout', { tag: 'feature-12', key: 'pr-12' });
  const row = await startPreview(page, 'checkout', {
    tag: 'feature-1',
    key: 'pr-1',
  });
  await expectState(row, 'Ready');
  await expectState(rowOf(page, 'checkout', 'pr-12'), 'Ready');
  for (let round = 0; round < 20; round++) {
    expect((await ask('checkout', 'pr-1')).body).toContain('feature-1"');
    expect((await ask('checkout', 'pr-12')).body).toContain('feature-12"');
    expect((await ask('checkout')).body).toContain('1.8.3');
  }

  await open(row);
  await expect(row.getByText(/7\sh 5\d\smin left/).first()).toBeVisible();
  await row.getByRole('button', { name: 'Extend' }).click();
  await page.getByRole('menuitem', { name: /^\+4\sh$/ }).click();
  await expect(row.getByText(/11\sh 5\d\smin left/).first()).toBeVisible();

  const traffic = askAgainAndAgain('checkout', 'pr-1');
  await row.getByRole('button', { name: 'Update image' }).click();
  await page.getByLabel('Image', { exact: true }).fill('feature-2');
  await page.getByRole('button', { name: 'Update', exact: true }).click();
  await expect
    .poll(() => traffic.answers.at(-1)?.body, { timeout: 30_000 })
    .toContain('feature-2"');
  await expectState(row, 'Ready');
  await traffic.stop();
  expect(traffic.answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(traffic.answers.some(({ body }) => body.includes('feature-1"'))).toBe(
    true,
  );

  expect(await objectsOf('shop', 'pr-1')).not.toEqual([]);
  await row.getByRole('button', { name: 'Stop' }).click();
  const question = page.getByRole('dialog', { name: 'Stop pr-1 of checkout?' });
  await question.getByRole('button', { name: 'Stop' }).click();
  await expect(row).toBeHidden();
  await expect.poll(() => objectsOf('shop', 'pr-1')).toEqual([]);
  expect((await ask('checkout', 'pr-1')).body).toContain('1.8.3');
  expect((await ask('checkout', 'pr-12')).body).toContain('feature-12"');

  await page.getByRole('button', { name: /^Ended/ }).click();
  const ended = endedOf(page, 'pr-1');
  await open(ended);
  await ended.getByRole('button', { name: 'Restart', exact: true }).click();
  await expectState(rowOf(page, 'checkout', 'pr-1'), 'Ready');
});

test('a restart asks where the key runs already, and then updates that', async ({
  page,
}) => {
  await stopByApi(await readyByApi('old', 'twice'));
  await readyByApi('new', 'twice');
  await signIn(page, 'engineer');
  await openPreviews(page, 'checkout');
  const row = rowOf(page, 'checkout', 'twice');
  await expect(row).toContainText('new · ');
  await page.getByRole('button', { name: /^Ended/ }).click();
  const ended = endedOf(page, 'twice');
  await open(ended);
  await ended.getByRole('button', { name: 'Restart', exact: true }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(
    /twice runs already with image new\. This updates it: image new → old\./,
  );
  await lookAt(page, 'restart-present', '[role=dialog]');
  await question.getByRole('button', { name: 'Update' }).click();
  await expect(row).toContainText('old · ');
  await expectState(row, 'Ready');
});

test('nobody touches it: it ends by itself and says why', async ({ page }) => {
  await signIn(page, 'engineer');
  await openPreviews(page, 'checkout');
  const row = await startPreview(page, 'checkout', {
    tag: 'brief',
    key: 'brief',
    ttl: '12s',
  });
  await expectState(row, 'Ready');
  await expect(row).toBeHidden({ timeout: 30_000 });
  await expect.poll(() => objectsOf('shop', 'brief')).toEqual([]);
  expect((await ask('checkout', 'brief')).body).toContain('1.8.3');
  await page.getByRole('button', { name: /^Ended/ }).click();
  await expect(endedOf(page, 'brief')).toContainText('time was up');
});

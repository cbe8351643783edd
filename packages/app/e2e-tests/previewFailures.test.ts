// SPDX-License-Identifier: Apache-2.0
import type { Locator } from '@playwright/test';
import { readyByApi, startByApi, stopByApi } from './support/api';
import { deleteRoot, withoutDeployment } from './support/cluster';
import { readDemo } from './support/demo';
import { lookAt } from './support/looks';
import {
  endedOf,
  expectState,
  fillStart,
  open,
  openPreviews,
  rowOf,
  startPreview,
} from './support/previews';
import { signIn } from './support/signIn';
import { expect, test } from './support/test';

/** A card that a newcomer understands: what, what to do, proof, a page. */
async function expectCard(
  row: Locator,
  { message, hint, evidence }: Record<'message' | 'hint' | 'evidence', RegExp>,
) {
  await open(row);
  const card = row.getByRole('region', { name: message });
  await expect(card).toBeVisible();
  await expect(card.getByText(hint)).toBeVisible();
  await card.getByRole('button', { name: /^Evidence/ }).click();
  await expect(card.getByText(evidence).first()).toBeVisible();
  await expect(card.getByRole('link', { name: /^What to do/ })).toBeVisible();
}

/** Follows the link of the card: there is a page that says what to do. */
async function expectRunbook(row: Locator) {
  await row.getByRole('link', { name: /^What to do/ }).click();
  const page = row.page();
  await expect(page).toHaveURL(/\/previews\/runbooks\/[A-Za-z]+$/);
  await expect(
    page.getByRole('main').getByRole('heading', { level: 1 }),
  ).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('listitem').first(),
  ).toBeVisible();
}

const BY_TAG = [
  {
    tag: 'missing',
    message: /image could not be pulled/,
    hint: /Check that the image was pushed/,
    evidence: /not found/,
  },
  {
    tag: 'crash',
    message: /starts and ends again and again/,
    hint: /Read the last log lines/,
    evidence: /password authentication failed/,
  },
  {
    tag: 'unschedulable',
    message: /No node has room/,
    hint: /Stop a preview that is no longer needed/,
    evidence: /Insufficient cpu/,
  },
];

for (const { tag, ...card } of BY_TAG) {
  test(`:${tag} ends in a card`, async ({ page }) => {
    await signIn(page, 'engineer');
    await openPreviews(page, 'checkout');
    const row = await startPreview(page, 'checkout', { tag, key: tag });
    await expectState(row, 'Failed', 60_000);
    await expectCard(row, card);
    await lookAt(page, `failed-${tag}`, 'main');
    await expect(
      row.getByRole('button', { name: 'Try another image' }),
    ).toBeVisible();
    await expectRunbook(row);
  });
}

test('another image mends a failed preview', async ({ page }) => {
  await signIn(page, 'engineer');
  await openPreviews(page, 'checkout');
  const row = await startPreview(page, 'checkout', {
    tag: 'missing',
    key: 'mend',
  });
  await expectState(row, 'Failed');
  await open(row);
  await row.getByRole('button', { name: 'Try another image' }).click();
  await page.getByLabel('Image', { exact: true }).fill('feature-x');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expectState(row, 'Ready');
});

test('an update that fails says which version serves', async ({ page }) => {
  await readyByApi('feature-x', 'stays');
  await signIn(page, 'engineer');
  await openPreviews(page, 'checkout');
  const row = rowOf(page, 'checkout', 'stays');
  await expectState(row, 'Ready');
  await startByApi('missing', 'stays');
  await expect(row).toContainText(/feature-x · .*update to missing failed/);
  await expectState(row, 'Ready');
  await open(row);
  await expect(
    row.getByText('The version before still serves: feature-x.'),
  ).toBeVisible();
  await lookAt(page, 'update-failed', 'main');
});

test('the log of a container that ended says so until the preview is over', async ({
  page,
}) => {
  const id = await startByApi('crash', 'ends');
  await signIn(page, 'engineer');
  await page.goto(`${readDemo().portal}/previews/sessions/${id}`);
  const said = page.getByText(/^The container ended\./);
  await expect(said).toBeVisible({ timeout: 60_000 });
  await lookAt(page, 'log-of-ended-container', 'main');
  await stopByApi(id);
  await expect(page.getByText(/^End of the log\./)).toBeVisible();
  await expect(said).toBeHidden();
});

test(':slow says what it waits for, and then is ready', async ({ page }) => {
  await signIn(page, 'engineer');
  await openPreviews(page, 'checkout');
  const row = await startPreview(page, 'checkout', {
    tag: 'slow',
    key: 'slow',
  });
  await expect(
    row.getByText(/pulling image|waiting until it answers/),
  ).toBeVisible();
  await expectState(row, 'Ready', 60_000);
});

test('a quota that is used up is seen before, and explained after', async ({
  page,
  context,
}) => {
  await signIn(page, 'logistics-engineer');
  await openPreviews(page, 'inventory');
  const late = await fillStart(page, { tag: 'feature-x', key: 'late' });
  const start = late.getByRole('button', { name: 'Start' });
  await expect(late.getByText(/checks passed/)).toBeVisible();

  // Meanwhile a colleague takes the last room.
  const other = await context.newPage();
  await signIn(other, 'logistics-engineer');
  await openPreviews(other, 'inventory');
  await startPreview(other, 'inventory', { tag: 'feature-y', key: 'first' });
  await expectState(rowOf(other, 'inventory', 'first'), 'Ready');

  await start.click();
  const row = rowOf(page, 'inventory', 'late');
  await expectState(row, 'Failed', 60_000);
  await expectCard(row, {
    message: /no quota left/,
    hint: /raise its ResourceQuota/,
    evidence: /exceeded quota/,
  });

  await fillStart(other, { tag: 'feature-z', key: 'third' });
  const dialog = other.getByRole('dialog');
  await expect(dialog.getByText(/no quota left/).first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Start' })).toBeDisabled();
});

test('a missing right is seen before, and explained after', async ({
  page,
}) => {
  const token = page
    .waitForRequest(/\/api\/preview\/v1\//)
    .then(request => request.headerValue('authorization'));
  await signIn(page, 'web-engineer');
  await openPreviews(page, 'storefront');
  const dialog = await fillStart(page, { tag: 'feature-x', key: 'refused' });
  await expect(
    dialog.getByText(/may not do this in the namespace/).first(),
  ).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Start' })).toBeDisabled();
  await lookAt(page, 'start-forbidden', '[role=dialog]');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // A script does not ask first.
  await fetch(`${readDemo().portal}/api/preview/v1/sessions`, {
    method: 'POST',
    headers: {
      Authorization: (await token)!,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      entityRef: 'component:default/storefront',
      image: 'shop/storefront:feature-x',
      key: 'refused',
    }),
  });
  const row = rowOf(page, 'storefront', 'refused');
  await expectState(row, 'Failed');
  await expectCard(row, {
    message: /may not/,
    hint: /platform team needs to grant/,
    evidence: /cannot patch resource "httproutes"/,
  });
});

test('the service vanishes from the cluster', async ({ page }) => {
  await signIn(page, 'engineer');
  await openPreviews(page, 'checkout');
  const row = await startPreview(page, 'checkout', {
    tag: 'feature-x',
    key: 'orphan',
  });
  await expectState(row, 'Ready');
  await withoutDeployment('shop', 'checkout', async () => {
    await expectState(row, 'Failed', 40_000);
    await expectCard(row, {
      message: /gone from the cluster/,
      hint: /Start again when the service is back/,
      evidence: /\S/,
    });
  });
});

test('somebody deletes the root by hand', async ({ page }) => {
  await signIn(page, 'engineer');
  await openPreviews(page, 'checkout');
  const row = await startPreview(page, 'checkout', {
    tag: 'feature-x',
    key: 'cut-off',
  });
  await expectState(row, 'Ready');
  await deleteRoot('shop', 'cut-off');
  await expect(row).toBeHidden({ timeout: 40_000 });
  await page.getByRole('button', { name: /^Ended/ }).click();
  await expect(endedOf(page, 'cut-off')).toContainText(
    'deleted in the cluster',
  );
});

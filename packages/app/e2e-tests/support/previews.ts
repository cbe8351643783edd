// SPDX-License-Identifier: Apache-2.0
import { expect, type Locator, type Page } from '@playwright/test';
import { readDemo } from './demo';

/** Opens the Previews tab of a service of the shop. */
export async function openPreviews(page: Page, service: string): Promise<void> {
  await page.goto(
    `${readDemo().portal}/catalog/default/component/${service}/previews`,
  );
  await expect(
    page.getByRole('heading', { name: 'Previews', exact: true }),
  ).toBeVisible();
}

/** The row of a preview among those that run. */
export function rowOf(page: Page, service: string, key: string): Locator {
  return page
    .getByRole('list', { name: `Previews of ${service}` })
    .getByRole('listitem')
    .filter({ has: page.getByText(key, { exact: true }) });
}

/** The newest row of a key among those that are over. */
export function endedOf(page: Page, key: string): Locator {
  return page
    .getByRole('list', { name: 'Ended' })
    .getByRole('listitem')
    .filter({ has: page.getByText(key, { exact: true }) })
    .first();
}

/** What the Start dialog is filled with; the rest keeps its defaults. */
export interface Wish {
  tag: string;
  key: string;
  /** Typed under Other. */
  ttl?: string;
}

/** Fills the Start dialog and leaves it open. */
export async function fillStart(page: Page, wish: Wish): Promise<Locator> {
  await page.getByRole('button', { name: 'Start preview' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Image', { exact: true }).fill(wish.tag);
  await dialog.getByLabel('Key', { exact: true }).fill(wish.key);
  if (wish.ttl) {
    await dialog.getByRole('radio', { name: 'Other' }).check();
    await dialog.getByLabel(/^Lives for \(/).fill(wish.ttl);
  }
  return dialog;
}

/** Starts a preview by the dialog; answers its row. */
export async function startPreview(
  page: Page,
  service: string,
  wish: Wish,
): Promise<Locator> {
  const dialog = await fillStart(page, wish);
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog).toBeHidden();
  const row = rowOf(page, service, wish.key);
  await expect(row).toBeVisible();
  return row;
}

/** Opens a row unless it is open. */
export async function open(row: Locator): Promise<void> {
  const button = row.getByRole('button').first();
  if ((await button.getAttribute('aria-expanded')) === 'false') {
    await button.click();
  }
}

/** Waits until the row shows a state. */
export async function expectState(
  row: Locator,
  state: string,
  timeout = 30_000,
): Promise<void> {
  await expect(
    row.getByRole('button', { name: new RegExp(`^${state} `) }),
  ).toBeVisible({ timeout });
}

/**
 * From now on notes how many steps of the first row are done, each time that
 * this changes.
 *
 * @returns the numbers seen so far
 */
export async function watchSteps(page: Page): Promise<() => Promise<number[]>> {
  const seen = await page.evaluateHandle(() => {
    const numbers: number[] = [];
    const look = () => {
      const steps = document.querySelector('main li ol')?.children ?? [];
      const done = [...steps].filter(step =>
        step.textContent?.includes(' done '),
      ).length;
      if (numbers.at(-1) !== done) numbers.push(done);
    };
    new MutationObserver(look).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return numbers;
  });
  return () => seen.jsonValue();
}

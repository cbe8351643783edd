// SPDX-License-Identifier: Apache-2.0
import { addCrowd, removeCrowd } from './support/crowd';
import { readDemo } from './support/demo';
import { type Cost, watchFluency } from './support/fluency';
import { signIn } from './support/signIn';
import { expect, test } from './support/test';

const CROWD = 10_000;
/** Rows of one page. */
const PAGE = 25;
const WORD = 'service-42';

// Not before the test: what runs when it begins is stopped.
test.afterAll(() => removeCrowd());

function print(what: string, { millis, longTasks, requests }: Cost) {
  // eslint-disable-next-line no-console -- figures are for people, times are never asserted
  console.log(
    `${CROWD} previews, ${what}: ${millis} ms, ${
      requests.length
    } calls, long tasks ${JSON.stringify(longTasks)} ms`,
  );
}

test('ten thousand previews are read page by page', async ({
  page,
  browserConsole,
}) => {
  // The services of the crowd are in no catalog.
  browserConsole.expectError(/404/);
  await addCrowd(CROWD);
  const cost = await watchFluency(page);
  await signIn(page, 'admin');
  const rows = page
    .getByRole('list', { name: 'Environments by key' })
    .getByRole('listitem');
  const lists = ({ requests }: Cost) =>
    requests.filter(path => path.endsWith('/environments'));

  const first = await cost(async () => {
    await page.goto(`${readDemo().portal}/previews?team=all`);
    await expect(page.getByText('Page 1, 1000+ in all')).toBeVisible();
    await expect(page.getByText(/expiring today/)).toBeVisible();
  });
  print('first page', first);
  // The page, and how many of all end today.
  expect(lists(first)).toHaveLength(2);
  expect(await rows.count()).toBe(PAGE);

  const next = await cost(async () => {
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText(/^Page 2, /)).toBeVisible();
    await expect(rows.first()).toBeVisible();
  });
  print('next page', next);
  expect(lists(next)).toHaveLength(1);
  expect(await rows.count()).toBe(PAGE);

  const scrolled = await cost(async () => {
    for (let n = 0; n < 20; n += 1) await page.mouse.wheel(0, 200);
  });
  print('scrolling', scrolled);
  expect(lists(scrolled)).toHaveLength(0);

  const typed = await cost(async () => {
    await page
      .getByLabel('Key, image or service')
      .pressSequentially(WORD, { delay: 60 });
    await expect(page.getByText(/^Page 1, (?!1000)/)).toBeVisible();
  });
  print(`typing ${WORD}`, typed);
  // Once the typing pauses, not with each letter.
  expect(lists(typed).length).toBeLessThanOrEqual(2);
  expect(await rows.count()).toBeLessThanOrEqual(PAGE);
  await expect(rows.first()).toContainText(WORD);

  const opened = await cost(async () => {
    await rows.first().getByRole('button').first().click();
    await expect(
      rows.first().getByRole('button', { name: 'Stop all' }),
    ).toBeVisible();
  });
  print('opening one', opened);
  expect(lists(opened)).toHaveLength(0);
});

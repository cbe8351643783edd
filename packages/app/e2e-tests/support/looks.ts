// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Where the pictures go; never committed. */
const PICTURES = '.data/test/screens';

const WIDTHS = [1280, 400];
/**
 * Looks at a page wide and narrow, in the scheme of the test: takes a picture
 * of each and lets axe find nothing serious in what is ours.
 *
 * @param ours - selector of the part of the page to judge
 */
export async function lookAt(page: Page, name: string, ours: string) {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  const scheme = await page.evaluate(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: before.height });
    // Media queries and what they render follow in one frame each.
    await page.evaluate(
      () =>
        new Promise(done => {
          requestAnimationFrame(() => requestAnimationFrame(done));
        }),
    );
    const look = `${name}-${scheme}-${width}`;
    await page.screenshot({
      path: `${PICTURES}/${look}.png`,
      fullPage: true,
      animations: 'disabled',
    });
    expect.soft(await seriousFindings(page, ours), look).toEqual([]);
    expect
      .soft(await sidewaysScroll(page), `${look} scrolls sideways by`)
      .toBe(0);
  }
  await page.setViewportSize(before);
}

/** A table shows all of its columns, wide and narrow, without scrolling. */
export async function expectWholeTable(page: Page, name: string) {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: before.height });
    await expect
      .poll(
        () =>
          page
            .getByRole('region', { name })
            .evaluate(({ scrollWidth, clientWidth }) =>
              Math.max(0, scrollWidth - clientWidth),
            ),
        { message: `${name} at ${width} scrolls sideways by` },
      )
      .toBe(0);
  }
  await page.setViewportSize(before);
}

async function seriousFindings(page: Page, ours: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(AXE);
  }
  const { violations } = await page.evaluate(
    selector =>
      (window as unknown as { axe: typeof axe }).axe.run(selector, {
        resultTypes: ['violations'],
      }),
    ours,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

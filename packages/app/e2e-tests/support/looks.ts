// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Where the pictures go; never committed. */
const PICTURES = '.data/test/screens';

const WIDTHS = [1280, 400];
const SCHEMES = ['light', 'dark'] as const;

/**
 * Looks at a page in light and dark, wide and narrow: takes a picture of each
 * and lets axe find nothing serious in what is ours.
 *
 * @param ours - selector of the part of the page to judge
 */
export async function lookAt(page: Page, name: string, ours: string) {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: before.height });
      // The theme and the layout follow in one frame each.
      await page.waitForFunction(
        () =>
          new Promise(done => {
            requestAnimationFrame(() =>
              requestAnimationFrame(() => done(true)),
            );
          }),
      );
      await page.screenshot({
        path: `${PICTURES}/${name}-${colorScheme}-${width}.png`,
        fullPage: true,
        animations: 'disabled',
      });
      expect
        .soft(
          await seriousFindings(page, ours),
          `${name} ${colorScheme} ${width}`,
        )
        .toEqual([]);
      expect
        .soft(
          await sidewaysScroll(page),
          `${name} at ${width} scrolls sideways`,
        )
        .toBe(0);
    }
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light' });
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

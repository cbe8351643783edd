// SPDX-License-Identifier: Apache-2.0
import type { Page, Request } from '@playwright/test';

/** What one thing that a reader does costs. */
export interface Cost {
  millis: number;
  /** Time in which the page could not answer: tasks beyond 50 ms. */
  longTasks: number[];
  /** Calls of lists, without their query. */
  requests: string[];
}

interface Watched extends Window {
  longTasks: number[];
}

/** Watches a page; call it before the page is opened. */
export async function watchFluency(page: Page) {
  const requests: string[] = [];
  page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/preview/')) requests.push(pathname);
  });
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.longTasks = [];
    new PerformanceObserver(list =>
      watched.longTasks.push(
        ...list.getEntries().map(({ duration }) => Math.round(duration)),
      ),
    ).observe({ type: 'longtask', buffered: true });
  });
  return async function cost(work: () => Promise<void>): Promise<Cost> {
    requests.length = 0;
    await page
      .evaluate(() => {
        (window as unknown as Watched).longTasks = [];
      })
      .catch(() => {});
    const begun = performance.now();
    await work();
    return {
      millis: Math.round(performance.now() - begun),
      longTasks: await page.evaluate(
        () => (window as unknown as Watched).longTasks,
      ),
      requests: [...requests],
    };
  };
}

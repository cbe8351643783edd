// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';

/** The image that answered, and with which status. */
export interface Answer {
  status: number;
  image: string | null;
  /** What it said instead of an image. */
  text?: string;
}

/** Asks once, as a browser with these headers would. */
export async function ask(
  url: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, { headers });
  const text = await response.text();
  return {
    status: response.status,
    ...(response.ok
      ? { image: JSON.parse(text).image }
      : { image: null, text }),
  };
}

/** As somebody who copied the recipe of a preview. */
export function askPreview({ access }: PreviewSession): Promise<Answer> {
  return ask(access.url!, access.headers);
}

/** Requests that go on until told to end; answers all that came back. */
export function flow<T>(
  request: () => Promise<T>,
  pause = 5,
): { count(): number; end(): Promise<T[]> } {
  const answers: T[] = [];
  let ended = false;
  const running = (async () => {
    while (!ended) {
      answers.push(await request());
      await sleep(pause);
    }
  })();
  return {
    count: () => answers.length,
    async end() {
      ended = true;
      await running;
      return answers;
    },
  };
}

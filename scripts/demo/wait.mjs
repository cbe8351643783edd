// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again until there is an answer, for at most two minutes, or until the
 * child that should give it has ended.
 */
export async function waitFor(child, what, ask) {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    if (!child.running) {
      throw new Error(
        `The ${child.name} ended while starting:\n${child.lastLines()}`,
      );
    }
    const answer = await ask().catch(() => null);
    if (answer) {
      return answer;
    }
    await sleep(150);
  }
  throw new Error(
    `${what} was not there after two minutes; the end of its log:\n${child.lastLines()}`,
  );
}

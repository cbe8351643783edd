// SPDX-License-Identifier: Apache-2.0
import type { Context } from '../Context';
import { explain } from './explain';

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;

/**
 * Asks again, so many times, while an answer says that the same call may
 * succeed later. Pauses grow from 1 to 15 seconds.
 */
export async function retrying<T>(
  { clock }: Pick<Context, 'clock'>,
  times: number,
  act: (last: boolean) => Promise<T>,
): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await act(tried >= times);
    } catch (error) {
      if (tried >= times || !explain(error, '').error.retryable) {
        throw error;
      }
      await clock.sleep(Math.min(FIRST_PAUSE * 2 ** tried, LONGEST_PAUSE));
    }
  }
}

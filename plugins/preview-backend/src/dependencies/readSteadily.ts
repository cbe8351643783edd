// SPDX-License-Identifier: Apache-2.0
import { isOutage } from './isOutage';

/**
 * Reads, and once more where nobody answered: a kept connection may be closed
 * by the other side in the moment of its use. Not for what changes anything.
 */
export async function readSteadily<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isOutage(error)) {
      throw error;
    }
    return read();
  }
}

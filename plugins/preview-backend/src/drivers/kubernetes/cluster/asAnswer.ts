// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import { inOneText, refusalOf } from '../observe/refusal';

/**
 * Turns a refused request into a `PreviewError` that explains it. Everything
 * else (network, 5xx, conflict) passes as it is: it may succeed when sent
 * again.
 */
export async function asAnswer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const problem = refusalOf(error);
    if (!problem) {
      throw error;
    }
    throw previewError(problem.code, {
      message: inOneText(problem),
      cause: error,
    });
  }
}

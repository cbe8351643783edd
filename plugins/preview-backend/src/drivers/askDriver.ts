// SPDX-License-Identifier: Apache-2.0
import {
  isPreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';

/**
 * Calls a driver for somebody who waits for the answer. Whatever is no answer
 * counts as a cluster that does not answer.
 *
 * @throws PreviewError of the driver, else `ClusterUnreachable`
 */
export async function askDriver<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw isPreviewError(error)
      ? error
      : previewError('ClusterUnreachable', { cause: error });
  }
}

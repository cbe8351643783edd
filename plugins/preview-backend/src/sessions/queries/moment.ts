// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import { DateTime } from 'luxon';

/**
 * Reads a moment of a query; one without a zone is UTC.
 *
 * @returns epoch milliseconds
 * @throws PreviewError `InvalidTime`
 */
export function moment(text: string, field: string): number {
  const time = DateTime.fromISO(text, { zone: 'utc' });
  if (!time.isValid) {
    throw previewError('InvalidTime', {
      message: 'This is not a moment.',
      field,
    });
  }
  return time.toMillis();
}

// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../../database/SessionRecord';

/**
 * What another client of the cluster started is not ours to change, nor to
 * run a second time under its key.
 *
 * @throws PreviewError `StartedElsewhere`
 */
export function refuseElsewhere(
  session: Pick<SessionRecord, 'origin' | 'key' | 'target'> | undefined,
): void {
  if (session?.origin === 'elsewhere') {
    throw previewError('StartedElsewhere', {
      message: `The preview ${session.key} of ${session.target} was started elsewhere.`,
      field: 'key',
    });
  }
}

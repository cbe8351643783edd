// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../../database/SessionRecord';
import type { StartGrant } from '../start/StartGrant';
import { keyInUse } from './create';

/**
 * Why a start may not go on with the active session of its workload and key,
 * or `null`. Entities may share a workload; a preview is of one of them.
 */
export function updateRefusal(
  grant: StartGrant,
  present: SessionRecord,
): PreviewError | null {
  if (present.entityRef !== grant.entity.entityRef) {
    return previewError('KeyInUse', {
      message:
        'With this key another entity already has a preview of the same workload.',
      hint: 'Choose another key.',
      field: 'key',
    });
  }
  return grant.updateObjection(present) && keyInUse(present.ownerRef);
}

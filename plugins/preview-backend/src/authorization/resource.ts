// SPDX-License-Identifier: Apache-2.0
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_PREVIEW_SESSION } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../database/SessionRecord';
import type { SessionCondition } from './SessionCondition';

/**
 * Previews as the permission framework sees them, for writers of rules.
 *
 * @public
 */
export const previewSessionResourceRef = createPermissionResourceRef<
  SessionRecord,
  SessionCondition
>().with({
  pluginId: 'preview',
  resourceType: RESOURCE_TYPE_PREVIEW_SESSION,
});

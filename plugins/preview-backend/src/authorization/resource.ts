// SPDX-License-Identifier: Apache-2.0
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_PREVIEW_SESSION } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionCondition } from './SessionCondition';

/**
 * What rules may look at of a preview. References are entity refs in full.
 *
 * @public
 */
export interface PreviewSessionResource {
  id: string;
  key: string;
  entityRef: string;
  /** Owner of the entity now. */
  ownerRef: string;
  createdBy: string;
  cluster: string;
  namespace: string;
}

/**
 * Previews as the permission framework sees them, for writers of rules.
 *
 * @public
 */
export const previewSessionResourceRef = createPermissionResourceRef<
  PreviewSessionResource,
  SessionCondition
>().with({
  pluginId: 'preview',
  resourceType: RESOURCE_TYPE_PREVIEW_SESSION,
});

// SPDX-License-Identifier: Apache-2.0
import { usePermission } from '@backstage/plugin-permission-react';
import { previewSessionCreatePermission } from '@preview-environments/backstage-plugin-preview-common';

/** What the permission framework says of starting previews of an entity. */
export function useMayStart(entityRef: string): boolean {
  return usePermission({
    permission: previewSessionCreatePermission,
    resourceRef: entityRef,
  }).allowed;
}

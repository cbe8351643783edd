// SPDX-License-Identifier: Apache-2.0
import { previewSessionCreatePermission } from '@preview-environments/backstage-plugin-preview-common';
import { usePermitted } from './usePermitted';

/** What the permission framework says of starting previews of an entity. */
export function useMayStart(entityRef: string): boolean {
  return usePermitted({
    permission: previewSessionCreatePermission,
    resourceRef: entityRef,
  }).allowed;
}

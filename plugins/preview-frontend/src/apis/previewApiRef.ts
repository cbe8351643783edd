// SPDX-License-Identifier: Apache-2.0
import { createApiRef } from '@backstage/core-plugin-api';
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';

/**
 * The backend's API as the portal sees it.
 *
 * @public
 */
export const previewApiRef = createApiRef<PreviewApi>({
  id: 'plugin.preview.service',
});

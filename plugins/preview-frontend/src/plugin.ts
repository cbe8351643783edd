// SPDX-License-Identifier: Apache-2.0
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

/**
 * Preview environments on the pages of the software catalog.
 *
 * @public
 */
export const previewPlugin = createFrontendPlugin({ pluginId: 'preview' });

// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';

/**
 * The preview environments backend.
 *
 * @public
 */
export const previewPlugin = createBackendPlugin({
  pluginId: 'preview',
  register(env) {
    env.registerInit({
      deps: { logger: coreServices.logger },
      async init({ logger }) {
        logger.debug('preview environments: nothing is registered yet');
      },
    });
  },
});

// SPDX-License-Identifier: Apache-2.0
import { systemTests } from '../systemTests.mjs';

/**
 * Previews that are real containers. Only when asked for by name: a plain
 * `npm test` must not touch the cluster that KUBECONFIG happens to name.
 */
export const pods = {
  name: 'pods',
  needs: async ({ asked }) =>
    asked && process.env.KUBECONFIG && process.env.PREVIEW_TEST_IMAGES
      ? null
      : 'a cluster that runs pods, with test images: KUBECONFIG=FILE PREVIEW_TEST_IMAGES=REPOSITORY npm run test:cluster',
  run: () => systemTests('pods', ['--testPathPatterns', '/src/pods/']),
};

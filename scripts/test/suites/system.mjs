// SPDX-License-Identifier: Apache-2.0
import { systemTests } from '../systemTests.mjs';

/** Backend and demo cluster together, and the rules of the house. */
export const system = {
  name: 'system',
  needs: async () => null,
  run: () =>
    systemTests('system', ['--testPathIgnorePatterns', '/src/pods/'], {
      // The demo cluster, also where a real API server is set for `contract`.
      PREVIEW_TEST_KUBECONFIG: '',
    }),
};

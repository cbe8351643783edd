// SPDX-License-Identifier: Apache-2.0
import { REAL, systemTests } from '../systemTests.mjs';

/** What needs a real API server: the driver's contract, the gateway, production unharmed. */
export const contract = {
  name: 'contract',
  needs: async () =>
    process.env.PREVIEW_TEST_KUBECONFIG
      ? null
      : 'an API server with controllers, the Gateway API and the PreviewSession definition of mirrord, for tests alone: set PREVIEW_TEST_KUBECONFIG to its kubeconfig',
  run: () => systemTests('contract', ['--testPathPatterns', REAL]),
};

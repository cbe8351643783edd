// SPDX-License-Identifier: Apache-2.0
import { systemTests } from '../systemTests.mjs';

/** The contract of the kubernetes driver, on a real API server. */
export const contract = {
  name: 'contract',
  needs: async () =>
    process.env.PREVIEW_TEST_KUBECONFIG
      ? null
      : 'an API server with controllers and the Gateway API, for tests alone: set PREVIEW_TEST_KUBECONFIG to its kubeconfig',
  run: () => systemTests('contract', ['--testPathPatterns', '/src/contract/']),
};

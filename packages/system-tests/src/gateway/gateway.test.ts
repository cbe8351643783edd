// SPDX-License-Identifier: Apache-2.0
import { embeddedCluster, runningCluster } from './clusters';
import { gatewayCases } from './gatewayCases';

jest.setTimeout(60_000);

describe('the gateway on the demo cluster', () => {
  gatewayCases(embeddedCluster);
});

describe('the gateway on a real API server', () => {
  const file = process.env.PREVIEW_TEST_KUBECONFIG;
  if (file) {
    gatewayCases(() => runningCluster(file));
  } else {
    // Shows up as left out in the report.
    it.todo('needs PREVIEW_TEST_KUBECONFIG');
  }
});

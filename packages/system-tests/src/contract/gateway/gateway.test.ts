// SPDX-License-Identifier: Apache-2.0
import { demoServer } from '../../fixtures/demoServer';
import { realServer } from '../../fixtures/realServer';
import { gatewayCases } from './gatewayCases';

jest.setTimeout(60_000);

describe('the gateway on the demo cluster', () => {
  gatewayCases(demoServer);
});

describe('the gateway on a real API server', () => {
  const file = process.env.PREVIEW_TEST_KUBECONFIG;
  if (!file) {
    it.todo('needs PREVIEW_TEST_KUBECONFIG');
    return;
  }
  gatewayCases(() => realServer(file));
});

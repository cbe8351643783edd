// SPDX-License-Identifier: Apache-2.0
import { embeddedCluster, runningCluster } from './clusters';
import { gatewayCases } from './gatewayCases';

jest.setTimeout(60_000);

const file = process.env.PREVIEW_TEST_KUBECONFIG;

describe(`the gateway on ${file ? 'a running' : 'the demo'} cluster`, () => {
  gatewayCases(() => (file ? runningCluster(file) : embeddedCluster()));
});

// SPDX-License-Identifier: Apache-2.0
import { demoServer } from '../../fixtures/demoServer';
import { gatewayCases } from './gatewayCases';

jest.setTimeout(60_000);

describe('the gateway on the demo cluster', () => {
  gatewayCases(demoServer);
});

// SPDX-License-Identifier: Apache-2.0
import { namedServer } from '../../fixtures/realServer';
import { gatewayCases } from './gatewayCases';

jest.setTimeout(60_000);

describe('the gateway on a real API server', () => {
  gatewayCases(namedServer);
});

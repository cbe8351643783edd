// SPDX-License-Identifier: Apache-2.0
import { namedServer } from '../fixtures/realServer';
import { ADOPTION } from './adoption';
import { DELETION } from './deletion';
import { harm } from './harm';
import { UNCHANGED } from './unchanged';

jest.setTimeout(300_000);

// Nothing runs pods there, so there are no answers to requests.
describe('production on a real API server', () => {
  harm(namedServer, [UNCHANGED, ADOPTION, DELETION]);
});

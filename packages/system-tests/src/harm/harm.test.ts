// SPDX-License-Identifier: Apache-2.0
import { demoServer } from '../fixtures/demoServer';
import { ADOPTION } from './adoption';
import { CARELESS } from './careless';
import { DELETION } from './deletion';
import { harm } from './harm';
import { HEADERLESS } from './headerless';
import { UNCHANGED } from './unchanged';

jest.setTimeout(300_000);

describe('production on the demo cluster', () => {
  harm(demoServer, [UNCHANGED, HEADERLESS, ADOPTION, DELETION]);
});

describe('production behind a gateway that ignores header matches', () => {
  harm(() => demoServer({ ignoresHeaders: true }), [CARELESS]);
});

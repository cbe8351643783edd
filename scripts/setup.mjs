// SPDX-License-Identifier: Apache-2.0
import { ensureSetup } from './setup/ensure.mjs';

await ensureSetup();
console.log(
  'Ready. `npm run demo` starts the demo, `npm test` runs the tests.',
);

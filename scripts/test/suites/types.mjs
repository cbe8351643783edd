// SPDX-License-Identifier: Apache-2.0
import { oneCommand } from '../command.mjs';
import { tool } from '../paths.mjs';

/** The type checker over all packages; leaves the declarations for the API reports. */
export const types = {
  name: 'types',
  needs: async () => null,
  run: () => oneCommand([tool('typescript/bin/tsc')]),
};

// SPDX-License-Identifier: Apache-2.0
import { oneCommand } from '../command.mjs';
import { tool } from '../paths.mjs';

/** Every file as Prettier would write it. */
export const format = {
  name: 'format',
  needs: async () => null,
  run: () =>
    oneCommand([
      tool('prettier/bin-prettier.js'),
      '--check',
      '--loglevel=warn',
      '.',
    ]),
};

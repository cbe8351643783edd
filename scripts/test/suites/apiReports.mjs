// SPDX-License-Identifier: Apache-2.0
import { yarnPath } from '../../setup/install.mjs';
import { oneCommand } from '../command.mjs';
import { compileDeclarations } from '../declarations.mjs';

/** Public exports are as the committed reports say. */
export const apiReports = {
  name: 'api-reports',
  needs: async () => null,
  async run() {
    await compileDeclarations();
    return oneCommand([yarnPath(), 'build:api-reports:only', '--ci']);
  },
};

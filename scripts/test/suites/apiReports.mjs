// SPDX-License-Identifier: Apache-2.0
import { yarnPath } from '../../setup/install.mjs';
import { oneCommand } from '../command.mjs';

/** Public exports are as the committed reports say. */
export const apiReports = {
  name: 'api-reports',
  needs: async () => null,
  run: () => oneCommand([yarnPath(), 'build:api-reports', '--ci']),
};

// SPDX-License-Identifier: Apache-2.0
import { oneCommand } from '../command.mjs';
import { tool } from '../paths.mjs';

/** Public exports are as the committed reports say. */
export const apiReports = {
  name: 'api-reports',
  needs: async () => null,
  run: () =>
    oneCommand([
      tool('@backstage/repo-tools/bin/backstage-repo-tools'),
      ...['api-reports', '--ci', '--tsc', 'plugins/*'],
    ]),
};

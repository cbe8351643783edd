// SPDX-License-Identifier: Apache-2.0
import { yarnPath } from '../../setup/install.mjs';
import { oneCommand, runNode } from '../command.mjs';
import { tool } from '../paths.mjs';

/** Public exports are as the committed reports say. */
export const apiReports = {
  name: 'api-reports',
  needs: async () => null,
  async run() {
    // The reports are made from declarations, so these must be of now.
    await runNode([tool('typescript/bin/tsc')]);
    // Through Yarn, since the tool calls yarn by name.
    return oneCommand([
      yarnPath(),
      ...['backstage-repo-tools', 'api-reports', '--ci'],
      ...['--include', 'plugins/*'],
    ]);
  },
};

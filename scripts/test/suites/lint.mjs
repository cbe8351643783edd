// SPDX-License-Identifier: Apache-2.0
import { oneCommand } from '../command.mjs';
import { tool } from '../paths.mjs';

/** ESLint with Backstage's rules; a warning is a failure. */
export const lint = {
  name: 'lint',
  needs: async () => null,
  run: () =>
    oneCommand([
      tool('@backstage/cli/bin/backstage-cli'),
      ...['repo', 'lint', '--max-warnings', '0'],
    ]),
};

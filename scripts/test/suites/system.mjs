// SPDX-License-Identifier: Apache-2.0
import { REAL, systemTests } from '../systemTests.mjs';

/** Backend and demo cluster together, and the rules of the house. */
export const system = {
  name: 'system',
  needs: async () => null,
  run: () =>
    systemTests('system', ['--testPathIgnorePatterns', '/src/pods/', REAL]),
};

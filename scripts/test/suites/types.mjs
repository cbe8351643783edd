// SPDX-License-Identifier: Apache-2.0
import { compileDeclarations } from '../declarations.mjs';

/** The type checker over all packages. */
export const types = {
  name: 'types',
  needs: async () => null,
  async run() {
    const code = await compileDeclarations();
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};

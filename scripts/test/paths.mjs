// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { root } from '../setup/install.mjs';

export { root };

/** Where suites leave their results; each replaces its own, so that two runs may overlap. */
export const results = join(root, '.data/test');

/** A file of the repository. */
export const inRepo = (...names) => join(root, ...names);

/** The command line of an installed package. */
export const tool = (...names) => join(root, 'node_modules', ...names);

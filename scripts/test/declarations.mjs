// SPDX-License-Identifier: Apache-2.0
import { runNode } from './command.mjs';
import { tool } from './paths.mjs';

let compiled = null;

/**
 * Checks the types of all packages and writes their declarations, once per
 * run. From scratch: what is left of an earlier compilation changes the order
 * in which declarations, and so the API reports, name the members of unions.
 */
export function compileDeclarations() {
  compiled ??= runNode([tool('typescript/bin/tsc'), '--incremental', 'false']);
  return compiled;
}

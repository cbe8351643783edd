// SPDX-License-Identifier: Apache-2.0
/**
 * The command `preview`.
 *
 * @packageDocumentation
 */
import { run } from './program';
import { processTerminal } from './Terminal';

void run(process.argv.slice(2), processTerminal());

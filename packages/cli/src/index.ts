// SPDX-License-Identifier: Apache-2.0
/**
 * The command `preview`.
 *
 * @packageDocumentation
 */
import { processContext } from './Context';
import { run } from './program';

void run(process.argv.slice(2), processContext());

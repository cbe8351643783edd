// SPDX-License-Identifier: Apache-2.0
import type { Colors } from 'picocolors/types';

/** What lines for people depend on. */
export interface Style {
  /** Epoch milliseconds. */
  now: number;
  colors: Pick<Colors, 'green' | 'red' | 'yellow' | 'dim' | 'bold'>;
}

export const tick = ({ colors }: Style) => colors.green('✓');
export const cross = ({ colors }: Style) => colors.red('✗');
export const bang = ({ colors }: Style) => colors.yellow('!');

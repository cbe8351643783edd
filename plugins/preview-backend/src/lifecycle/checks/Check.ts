// SPDX-License-Identifier: Apache-2.0
import type { Facts } from '../facts';
import type { Decision } from '../verdict';

/** Decides, or leaves it to the checks after it with `null`. */
export type Check = (facts: Facts) => Omit<Decision, 'check'> | null;

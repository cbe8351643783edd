// SPDX-License-Identifier: Apache-2.0
import { randomInt as secureInt, randomUUID } from 'node:crypto';

/** A text that nobody else has. */
export const randomId = (): string => randomUUID();

/** A whole number below `max` that nobody can guess. */
export const randomInt = (max: number): number => secureInt(max);

// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';

/** A text that nobody else has. */
export const randomId = (): string => randomUUID();

// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** The only source of chance. */
export interface Random {
  uuid(): string;
  /** A whole number from 0 to below `max`. */
  int(max: number): number;
  /** A number from 0 to below 1. */
  unit(): number;
  /** `bytes` random bytes as lower-case hex. */
  hex(bytes: number): string;
}

const UNIT_STEPS = 2 ** 32;

/** Chance that nobody can guess. */
export const secureRandom: Random = {
  uuid: () => randomUUID(),
  int: max => randomInt(max),
  unit: () => randomInt(UNIT_STEPS) / UNIT_STEPS,
  hex: bytes => randomBytes(bytes).toString('hex'),
};

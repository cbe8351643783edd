// SPDX-License-Identifier: Apache-2.0
import type { Random } from '../lifecycle/random';

/** Chance that repeats itself: a small linear generator from a seed. */
export function testRandom(seed: number): Random {
  let state = seed;
  const unit = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  const hex = (bytes: number) =>
    Array.from({ length: bytes }, () =>
      Math.floor(unit() * 256)
        .toString(16)
        .padStart(2, '0'),
    ).join('');
  return {
    unit,
    hex,
    int: max => Math.floor(unit() * max),
    uuid: () =>
      `${hex(4)}-${hex(2)}-4${hex(2).slice(1)}-8${hex(2).slice(1)}-${hex(6)}`,
  };
}

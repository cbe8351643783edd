// SPDX-License-Identifier: Apache-2.0
import { ttlSecsOf } from './ttl';

const HOUR = 3_600_000;
const NOW = 1_700_000_000_000;

describe('ttlSecsOf', () => {
  it.each([
    ['the longest life that policy allows', HOUR, 72 * HOUR, 260_100],
    ['a pinned preview, which lives longer', 168 * HOUR, 72 * HOUR, 605_700],
    ['a part of a second', HOUR + 1, 0, 4501],
    ['no more than a year', 9_000 * HOUR, 0, 366 * 24 * 3600],
    ['a backstop that has passed', -HOUR, 72 * HOUR, 260_100],
  ])('has room for %s', (_, distance, ceiling, secs) => {
    expect(ttlSecsOf(NOW + distance, NOW, ceiling)).toBe(secs);
  });
});

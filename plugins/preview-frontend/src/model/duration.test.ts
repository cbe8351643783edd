// SPDX-License-Identifier: Apache-2.0
import { shortDuration } from './duration';

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;
const D = 24 * H;

describe('shortDuration', () => {
  it.each([
    [-5, '0 s'],
    [0, '0 s'],
    [999, '0 s'],
    [8 * S, '8 s'],
    [119 * S, '119 s'],
    [2 * MIN, '2 min'],
    [14 * MIN + 59 * S, '14 min'],
    [H, '1 h'],
    [5 * H + 12 * MIN + 40 * S, '5 h 12 min'],
    [23 * H + 59 * MIN, '23 h 59 min'],
    [D, '1 d'],
    [3 * D + 4 * H + 50 * MIN, '3 d 4 h'],
    [40 * D, '40 d'],
  ])('%d ms is %s', (millis, text) => {
    expect(shortDuration(millis).replace(/\u00a0/g, ' ')).toBe(text);
  });

  it('uses the units that it is given', () => {
    const units = { d: 'T', h: 'Std', min: 'Min', s: 'Sek' };
    expect(shortDuration(H + 2 * MIN, units)).toBe('1\u00a0Std 2\u00a0Min');
  });
});

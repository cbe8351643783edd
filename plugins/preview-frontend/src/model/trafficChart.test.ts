// SPDX-License-Identifier: Apache-2.0
import { barOf, chartSpan, markOf } from './trafficChart';

const at = (hour: number) => new Date(hour * 3_600_000).toISOString();
const ms = (hour: number) => hour * 3_600_000;
const span = { from: ms(10), to: ms(20) };

describe('barOf', () => {
  it.each<[string, number, number | null, { left: number; width: number }]>([
    ['within', 12, 15, { left: 20, width: 30 }],
    ['begun before', 5, 15, { left: 0, width: 50 }],
    ['ended after', 15, 30, { left: 50, width: 50 }],
    ['still lasting', 18, null, { left: 80, width: 20 }],
    ['only a moment', 15, 15, { left: 50, width: 0.5 }],
    ['a moment at the end', 20, 20, { left: 99.5, width: 0.5 }],
  ])('%s', (_title, from, to, bar) =>
    expect(
      barOf({ from: at(from), to: to === null ? null : at(to) }, span),
    ).toEqual(bar),
  );
});

describe('chartSpan', () => {
  it('is what was asked for', () =>
    expect(chartSpan([{ from: at(1), to: null }], span, ms(30))).toBe(span));

  it('around a moment holds the lives of what was found', () =>
    expect(
      chartSpan(
        [
          { from: at(8), to: at(12) },
          { from: at(9), to: null },
        ],
        { from: ms(10), to: ms(10) },
        ms(30),
      ),
    ).toEqual({ from: ms(8), to: ms(30) }));

  it('is never empty', () => {
    const { from, to } = chartSpan([], { from: ms(1), to: ms(1) }, ms(1));
    expect(to).toBeGreaterThan(from);
  });
});

it('marks a moment', () => expect(markOf(ms(15), span)).toBe(50));

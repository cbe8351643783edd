// SPDX-License-Identifier: Apache-2.0
import { backoff } from './backoff';

describe('backoff', () => {
  it.each([
    [1, 0, 250],
    [1, 1, 500],
    [2, 1, 1_000],
    [4, 0.5, 3_000],
    [8, 1, 60_000],
    [1_000_000, 1, 60_000],
    [1_000_000, 0, 30_000],
  ])('after try %d with chance %d waits %d ms', (attempt, unit, expected) => {
    expect(backoff(attempt, unit)).toBe(expected);
  });
});

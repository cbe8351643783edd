// SPDX-License-Identifier: Apache-2.0
import { describeDuration, parseDuration } from './duration';

const MINUTE = 60_000;

describe('parseDuration', () => {
  it.each([
    ['1s', 1000],
    ['90m', 90 * MINUTE],
    ['2h', 120 * MINUTE],
    ['1.5h', 90 * MINUTE],
    ['3d', 3 * 24 * 60 * MINUTE],
    ['PT8H', 480 * MINUTE],
    ['P1DT1M', 24 * 60 * MINUTE + MINUTE],
  ])('reads %s', (text, millis) => {
    expect(parseDuration(text, 'ttl')).toBe(millis);
  });

  it.each([
    '',
    '0',
    '0s',
    '0.4ms',
    'PT0S',
    '-1h',
    'PT-1H',
    '-PT1H',
    '90',
    '90 m',
    '1H',
    'h',
    'soon',
    'Infinity',
    '1e3s',
    `PT${'9'.repeat(60)}H`,
  ])('refuses %j', text => {
    expect(() => parseDuration(text, 'ttl')).toThrow(
      expect.objectContaining({ code: 'InvalidDuration', field: 'ttl' }),
    );
  });
});

describe('describeDuration', () => {
  it.each([
    [-5, '0 seconds'],
    [1000, '1 second'],
    [90_000, '90 seconds'],
    [5 * MINUTE, '5 minutes'],
    [125 * MINUTE, '2 hours, 5 minutes'],
    [25 * 60 * MINUTE, '1 day, 1 hour'],
    [72 * 60 * MINUTE, '3 days'],
  ])('says %d as %s', (millis, text) => {
    expect(describeDuration(millis)).toBe(text);
  });
});

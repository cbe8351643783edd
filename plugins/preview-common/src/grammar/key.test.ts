// SPDX-License-Identifier: Apache-2.0
import { generateKey, isKey, KEY_MAX_LENGTH, toKey } from './key';

describe('isKey', () => {
  it.each(['a', '0', 'pr-1', 'a--b', 'x'.repeat(40)])('takes %s', text => {
    expect(isKey(text)).toBe(true);
  });

  it.each(['', '-', '-a', 'a-', 'A', 'a_b', 'a.b', 'ä', 'a\n', 'x'.repeat(41)])(
    'refuses %j',
    text => {
      expect(isKey(text)).toBe(false);
    },
  );
});

describe('toKey', () => {
  it.each([
    ['pr-1', 'pr-1'],
    ['PR 12', 'pr-12'],
    ['feature/Checkout_v2', 'feature-checkout-v2'],
    ['--a--b--', 'a-b'],
    ['éclair', 'eclair'],
    ['Ｆｕｌｌ', 'full'],
  ])('makes of %j the key %s', (text, key) => {
    expect(toKey(text)).toBe(key);
  });

  it.each([
    '',
    '---',
    '日本語',
    'y'.repeat(41),
    `${'z'.repeat(33)}-${'q'.repeat(30)}`,
  ])('hashes what does not fit: %j', text => {
    expect(toKey(text)).toMatch(/-[0-9a-f]{6}$/);
    expect(isKey(toKey(text))).toBe(true);
  });

  it('keeps long texts with a common start apart', () => {
    const start = 'feature/'.padEnd(60, 'x');
    expect(toKey(`${start}1`)).not.toBe(toKey(`${start}2`));
  });

  it('gives the same key for the same text, and for a key itself', () => {
    const key = toKey(
      'an/extremely long branch name that nobody would type twice',
    );
    expect(toKey(key)).toBe(key);
    expect(key).toHaveLength(KEY_MAX_LENGTH);
  });
});

describe('generateKey', () => {
  it('carries six characters that the given randomness chose', () => {
    const numbers = [0, 1, 25, 26, 35, 2];
    expect(generateKey('Checkout', () => numbers.shift()!)).toBe(
      'checkout-abz09c',
    );
  });

  it('stays within the longest key', () => {
    const key = generateKey('n'.repeat(200), () => 0);
    expect(isKey(key)).toBe(true);
    expect(key).toHaveLength(KEY_MAX_LENGTH);
  });
});

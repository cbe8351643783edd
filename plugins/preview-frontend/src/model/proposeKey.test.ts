// SPDX-License-Identifier: Apache-2.0
import { isKey } from '@preview-environments/backstage-plugin-preview-common';
import { proposeKey } from './proposeKey';

describe('proposeKey', () => {
  it.each([
    ['jana', 'feature-x', 'jana-feature-x-k3v9q2'],
    ['jana', 'Fix/Rounding_2', 'jana-fix-rounding-2-k3v9q2'],
    ['', 'feature-x', 'feature-x-k3v9q2'],
    ['jana', '', 'checkout-k3v9q2'],
  ])('of %p and %p', (person, tag, key) => {
    expect(proposeKey('checkout-k3v9q2', person, tag)).toBe(key);
  });

  it('is always a key and always ends in the random part', () => {
    for (const tag of [
      'x'.repeat(90),
      '***',
      '-a-',
      'ü',
      `${'a-'.repeat(30)}b`,
    ]) {
      const key = proposeKey('checkout-k3v9q2', 'jana.doe', tag);
      expect(isKey(key)).toBe(true);
      expect(key).toMatch(/-k3v9q2$/);
    }
  });

  it('leaves a proposal without random part alone', () => {
    expect(proposeKey('checkout', 'jana', 'x')).toBe('checkout');
  });
});

// SPDX-License-Identifier: Apache-2.0
import { eventBytes } from './eventBytes';
import { eventId } from './eventId';

describe('eventBytes', () => {
  it.each([
    ['sorts members by name', { b: 1, a: 'x' }, '{"a":"x","b":1}'],
    ['keeps null', { a: null, b: true }, '{"a":null,"b":true}'],
    ['escapes as JSON does', { a: 'tab\t "q"' }, '{"a":"tab\\t \\"q\\""}'],
    [
      'replaces what databases refuse',
      { a: '\u0000\u007f' },
      '{"a":"\ufffd\ufffd"}',
    ],
    ['replaces half a character', { a: '\udc00x' }, '{"a":"\ufffdx"}'],
    [
      'sorts by UTF-16, as RFC 8785 does',
      { '\u20ac': 1, '\r': 2, 1: 3, '\u{1f600}': 4, '\u0080': 5 },
      '{"\\r":2,"1":3,"\u0080":5,"\u20ac":1,"\u{1f600}":4}',
    ],
    ['keeps whole characters', { a: '😀' }, '{"a":"😀"}'],
  ])('%s', (_, input, expected) => {
    expect(eventBytes(input)).toBe(expected);
  });

  it.each([
    ['undefined', undefined],
    ['a fraction', 0.5],
    ['an unsafe number', 2 ** 53],
    ['NaN', NaN],
    ['an object', {}],
  ])('refuses %s', (_, value) => {
    expect(() => eventBytes({ field: value })).toThrow('field');
  });
});

describe('eventId', () => {
  it('is the same for the same facts, and only for them', () => {
    expect(eventId(['a', 1])).toBe(eventId(['a', '1']));
    expect(eventId(['a', 1])).not.toBe(eventId(['a1']));
    expect(eventId(['a', 1])).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

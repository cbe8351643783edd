// SPDX-License-Identifier: Apache-2.0
import {
  defaultFilter,
  filterFingerprint,
  filterHeaders,
  parseFilter,
} from './filter';

const header = (name: string, value: string) =>
  ({ type: 'header', name, value } as const);

describe('parseFilter', () => {
  it('keeps the value and lower-cases the name', () => {
    expect(parseFilter(header('X-Preview-Key', 'pr-1 A'))).toEqual(
      header('x-preview-key', 'pr-1 A'),
    );
  });

  it.each(['', 'x key', 'x:key', 'x\nkey', 'schlüssel', 'x'.repeat(257)])(
    'refuses the header name %j',
    name => {
      expect(() => parseFilter(header(name, 'pr-1'))).toThrow(
        expect.objectContaining({
          code: 'InvalidFilter',
          field: 'traffic.filter.name',
        }),
      );
    },
  );

  it.each([
    '',
    ' pr-1',
    'pr-1 ',
    'pr-1\r\nx-admin: 1',
    'pr-1\n',
    'pr\u0000',
    'pr\t1',
    'prä',
    'x'.repeat(4097),
  ])('refuses the header value %j', value => {
    expect(() => parseFilter(header('x-preview-key', value))).toThrow(
      expect.objectContaining({
        code: 'InvalidFilter',
        field: 'traffic.filter.value',
      }),
    );
  });
});

describe('filterFingerprint', () => {
  it('is equal for filters that match the same requests', () => {
    expect(filterFingerprint(header('X-Preview-Key', 'a'))).toBe(
      filterFingerprint(header('x-preview-key', 'a')),
    );
  });

  it.each([
    [header('x-a', 'b=c'), header('x-a', 'b')],
    [header('x-a', 'B'), header('x-a', 'b')],
    [header('x-a', 'b'), header('x-b', 'b')],
  ])('differs where requests differ: %j, %j', (one, other) => {
    expect(filterFingerprint(one)).not.toBe(filterFingerprint(other));
  });
});

describe('filterHeaders', () => {
  it('tells what to send', () => {
    expect(filterHeaders(defaultFilter('pr-1'))).toEqual({
      'x-preview-key': 'pr-1',
    });
    expect(filterHeaders(null)).toEqual({});
  });
});

// SPDX-License-Identifier: Apache-2.0
import { defaultFilter } from '@preview-environments/backstage-plugin-preview-common';
import { httpFilterOf } from './filter';

const header = (name: string, value: string) =>
  ({ type: 'header', name, value } as const);

/** As the operator reads it: without case, one line per header. */
const expressionOf = (text: string) =>
  new RegExp(JSON.parse(text).header_filter, 'i');

describe('httpFilterOf', () => {
  it.each([
    [defaultFilter('pr-1'), '{"header_filter":"^x-preview-key: pr-1$"}'],
    [
      header('baggage', 'mirrord-session=pr-1'),
      '{"header_filter":"^baggage: mirrord-session=pr-1$"}',
    ],
    [
      header('x.y+z', 'a(b)|c$ [pr-1] {2}^\\*?'),
      JSON.stringify({
        header_filter:
          '^x\\.y\\+z: a\\(b\\)\\|c\\$ \\[pr-1\\] \\{2\\}\\^\\\\\\*\\?$',
      }),
    ],
  ])('of %j is %s', (filter, text) => {
    expect(httpFilterOf(filter, 'pr-1')).toBe(text);
  });

  it.each([
    ['x-preview-key: pr-1', true],
    ['X-Preview-Key: pr-1', true],
    ['x-preview-key: pr-12', false],
    ['x-preview-key: xpr-1', false],
    ['x-preview-key: pr-1, pr-2', false],
    ['y-x-preview-key: pr-1', false],
    ['x-preview-key: prx1', false],
  ])('takes a request with %s: %s', (line, taken) => {
    const expression = expressionOf(
      httpFilterOf(defaultFilter('pr-1'), 'pr-1'),
    );
    expect(expression.test(line)).toBe(taken);
  });

  it('takes nothing but the value, whatever it is made of', () => {
    const value = Array.from({ length: 94 }, (_, at) =>
      String.fromCharCode(0x21 + at),
    ).join('');
    const expression = expressionOf(httpFilterOf(header('x-a', value), 'pr-1'));
    expect(expression.test(`x-a: ${value}`)).toBe(true);
    expect(expression.test(`x-a: ${value}0`)).toBe(false);
    expect(expression.test(`x-a: ${value.slice(1)}`)).toBe(false);
  });
});

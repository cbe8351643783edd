// SPDX-License-Identifier: Apache-2.0
import { missingFields } from './missing';

describe('missingFields', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['nothing', { a: 1, b: { c: 'x' } }, { a: 1, b: { c: 'x' } }, []],
    ['defaults that were added', { a: 1 }, { a: 1, replicas: 1 }, []],
    ['what was not sent', { a: undefined }, {}, []],
    ['a field', { a: 1, idle: { startIdle: true } }, { a: 1 }, ['idle']],
    ['a nested field', { in: { s: 1, f: 'x' } }, { in: { s: 1 } }, ['in.f']],
    ['another value', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b']],
    ['an item', { a: [1, 2] }, { a: [1] }, ['a']],
    ['part of an item', { a: [{ b: 1 }] }, { a: [{}] }, ['a[0].b']],
    ['a list that became an object', { a: [] }, { a: {} }, ['a']],
    ['an object that became nothing', { a: {} }, { a: null }, ['a']],
  ])('tells %s', (_, sent, got, missing) => {
    expect(missingFields(sent, got)).toEqual(missing);
  });
});

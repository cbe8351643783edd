// SPDX-License-Identifier: Apache-2.0
import { cloneJson, equalJson } from './json';

describe('equalJson', () => {
  it.each([
    [1, 1, true],
    [1, '1', false],
    [null, {}, false],
    [[], {}, false],
    [[1, 2], [2, 1], false],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: undefined }, {}, true],
    [{ a: null }, {}, false],
    [{ a: [{ b: 1 }] }, { a: [{ b: 1, c: 1 }] }, false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect([equalJson(a, b), equalJson(b, a)]).toEqual([expected, expected]);
  });
});

describe('cloneJson', () => {
  it('shares nothing and drops what is undefined', () => {
    const original = Object.freeze({ a: [{ b: 1 }], c: undefined });
    const copy = cloneJson(original);
    copy.a[0].b = 2;
    expect([original.a[0].b, Object.keys(copy)]).toEqual([1, ['a']]);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { modelSchema } from '../kinds/modelSchema';
import { mergePatch } from './mergePatch';
import { strategicMergePatch } from './strategicMergePatch';

const POD = modelSchema('V1Pod');
const pod = (spec: object) => ({ spec });
const two = [
  { name: 'a', image: '1', env: [{ name: 'X', value: '1' }] },
  { name: 'b', image: '1' },
];

describe('strategicMergePatch', () => {
  it.each([
    [
      'merges a container by its name',
      { containers: [{ name: 'b', image: '2' }] },
      { containers: [two[0], { name: 'b', image: '2' }] },
    ],
    [
      'merges lists inside entries',
      { containers: [{ name: 'a', env: [{ name: 'Y', value: '2' }] }] },
      {
        containers: [
          { ...two[0], env: [...two[0].env!, { name: 'Y', value: '2' }] },
          two[1],
        ],
      },
    ],
    [
      'adds what is new',
      { containers: [{ name: 'c', image: '1' }] },
      { containers: [...two, { name: 'c', image: '1' }] },
    ],
    [
      'removes an entry by directive',
      { containers: [{ $patch: 'delete', name: 'a' }] },
      { containers: [two[1]] },
    ],
    [
      'ignores the order of elements',
      { '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }] },
      { containers: two },
    ],
    [
      'replaces lists without keys',
      { tolerations: [{ key: 'k' }] },
      { containers: two, tolerations: [{ key: 'k' }] },
    ],
    ['removes by null', { containers: null }, {}],
  ])('%s', (_, patch, expected) => {
    const before = pod({ containers: two });
    expect(strategicMergePatch(before, pod(patch), POD)).toEqual(pod(expected));
    expect(before).toEqual(pod({ containers: two }));
  });
});

describe('mergePatch', () => {
  it.each([
    [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [{ a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: 1 }, { a: { b: null } }, { a: {} }],
  ])('%j patched by %j is %j', (target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected);
  });
});

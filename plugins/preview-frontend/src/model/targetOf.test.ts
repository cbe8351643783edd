// SPDX-License-Identifier: Apache-2.0
import { targetOf } from './targetOf';

const at = (target: string, namespace = 'shop') => ({
  cluster: 'staging',
  namespace,
  target,
});

it.each([
  ['the same one', 'deployment/checkout', 'deployment/checkout', true],
  [
    'one whose container the entity leaves open',
    'deployment/checkout/container/app',
    'deployment/checkout',
    true,
  ],
  [
    'another container',
    'deployment/checkout/container/app',
    'deployment/checkout/container/other',
    false,
  ],
  [
    'one whose name begins alike',
    'deployment/checkout',
    'deployment/check',
    false,
  ],
  ['another kind', 'deployment/checkout', 'statefulset/checkout', false],
])('%s', (_, session, option, found) =>
  expect(targetOf(at(session), [at(option)])).toEqual(
    found ? at(option) : undefined,
  ),
);

it('finds the one among several of a namespace', () =>
  expect(
    targetOf(at('deployment/worker'), [
      at('deployment/checkout'),
      at('deployment/worker', 'other'),
      at('deployment/worker'),
    ]),
  ).toEqual(at('deployment/worker')));

it('finds none where none is known', () =>
  expect(targetOf(at('deployment/checkout'), undefined)).toBeUndefined());

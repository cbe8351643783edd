// SPDX-License-Identifier: Apache-2.0
import { nameOf } from './choice';

it.each([
  ['user:default/jana', 'jana'],
  ['component:shop/checkout', 'checkout'],
  ['external:ci', 'external:ci'],
  ['system', 'system'],
  ['mine', 'mine'],
])('%s is called %s', (ref, name) => expect(nameOf(ref)).toBe(name));

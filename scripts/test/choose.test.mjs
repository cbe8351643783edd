// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenSuites } from './choose.mjs';

const all = [{ name: 'unit' }, { name: 'system' }, { name: 'pods' }];
const names = options =>
  chosenSuites(all, { suites: [], except: [], ...options }).map(s => s.name);

test('all of them, when none is named', () => {
  assert.deepEqual(names({}), ['unit', 'system', 'pods']);
});

test('those that are named, in their own order', () => {
  assert.deepEqual(names({ suites: ['pods', 'unit'] }), ['unit', 'pods']);
});

test('all but those left out', () => {
  assert.deepEqual(names({ except: ['pods'] }), ['unit', 'system']);
});

test('a name that does not exist is refused with those that do', () => {
  assert.throws(() => names({ suites: ['unti'] }), /unti.*unit, system, pods/);
});

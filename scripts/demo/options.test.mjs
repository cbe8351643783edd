// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.mjs';

test('without options the demo takes its own port and cluster', () => {
  const { port, reset, only, kubeconfig } = readOptions([]);
  assert.deepEqual(
    { port, reset, only, kubeconfig },
    { port: null, reset: false, only: undefined, kubeconfig: undefined },
  );
});

test('reads port and reset', () => {
  const options = readOptions(['--port', '8100', '--reset']);
  assert.equal(options.port, 8100);
  assert.equal(options.reset, true);
});

for (const [args, says] of [
  [['--port', 'abc'], /--port must be a number/],
  [['--port', '65535'], /--port must be a number/],
  [['--only', 'cluster'], /--only knows backend/],
  [['--context', 'kind'], /--context needs --kubeconfig/],
  [['--only', 'backend', '--kubeconfig', 'f'], /leave one of/],
  [['--fast'], /--fast/],
]) {
  test(`refuses ${args.join(' ')}`, () => {
    assert.throws(() => readOptions(args), says);
  });
}

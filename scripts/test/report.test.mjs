// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report } from './report.mjs';

const outcomes = [
  { name: 'unit', passed: 10, failed: 0 },
  { name: 'system', passed: 3, failed: 1 },
  { name: 'pods', missing: 'a cluster that runs pods' },
];

test('sums over the suites and names what did not run', () => {
  const { lines, ok } = report(outcomes, { requireAll: false });
  assert.equal(lines.at(-1), '13 passed, 1 failed');
  assert.ok(lines.includes('  pods: a cluster that runs pods'));
  assert.equal(ok, false);
});

test('a suite that did not run is no failure by itself', () => {
  const { ok } = report([outcomes[0], outcomes[2]], { requireAll: false });
  assert.equal(ok, true);
});

test('with --require-all it is one', () => {
  const { lines, ok } = report([outcomes[0], outcomes[2]], {
    requireAll: true,
  });
  assert.equal(lines.at(-1), '10 passed, 1 failed');
  assert.equal(ok, false);
});

test('with --require-all a test that was left out is one, too', () => {
  const some = [
    { name: 'unit', passed: 10, failed: 0, skipped: 2, seconds: 7 },
  ];
  assert.equal(report(some, { requireAll: false }).ok, true);
  const { lines, ok } = report(some, { requireAll: true });
  assert.ok(lines.includes('  ✓ unit: 10 passed, 0 failed, 2 left out, 7 s'));
  assert.equal(lines.at(-1), '10 passed, 2 failed');
  assert.equal(ok, false);
});

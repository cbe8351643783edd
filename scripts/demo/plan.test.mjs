// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planFor } from './plan.mjs';

const running = {
  portal: 'http://localhost:8100',
  pids: { backend: 11, cluster: 12 },
};
const onlyCluster = pid => pid === 12;

test('gateway and cluster API follow the portal port', () => {
  assert.deepEqual(planFor({ port: 8100 }, null), {
    portal: 8100,
    gateway: 8101,
    api: 8102,
    mustBeFree: [8100, 8101, 8102],
  });
});

test('with a cluster that exists only the portal needs a port', () => {
  const plan = planFor({ port: null, kubeconfig: 'file' }, null);
  assert.deepEqual(plan.mustBeFree, [7007]);
});

test('a second demo is refused and says what runs', () => {
  assert.throws(
    () => planFor({ port: null }, running, onlyCluster),
    /http:\/\/localhost:8100 runs already \(process 12\)/,
  );
});

test('a backend alone takes the port of the demo that runs', () => {
  const plan = planFor({ only: 'backend', port: null }, running, onlyCluster);
  assert.deepEqual(plan, { portal: 8100, mustBeFree: [8100] });
});

test('a backend alone needs a cluster that runs', () => {
  const none = () => false;
  assert.throws(
    () => planFor({ only: 'backend', port: null }, running, none),
    /No demo cluster runs/,
  );
});

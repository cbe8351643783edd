// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasBrokenHeaders, nodeProblems } from './machine.mjs';

for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.21.0']) {
  test(`Node.js ${version} is supported`, () => {
    assert.deepEqual(nodeProblems(version), []);
  });
}

for (const version of ['18.20.0', '20.18.3', '23.1.0', '26.0.0']) {
  test(`Node.js ${version} is refused with a remedy`, () => {
    const [problem] = nodeProblems(version);
    assert.match(problem, new RegExp(`${version} is not supported`));
    assert.match(problem, /Use Node.js 22/);
  });
}

for (const [version, broken] of [
  ['22.23.3', false],
  ['24.18.1', false],
  ['24.19.0', true],
  ['24.21.0', true],
]) {
  test(`headers of ${version} break a compiled SQLite: ${broken}`, () => {
    assert.equal(hasBrokenHeaders(version), broken);
  });
}

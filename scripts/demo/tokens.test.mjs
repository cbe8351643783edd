// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAging } from './tokens.mjs';

const token = claims =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;

for (const [now, aging] of [
  [1_000, false],
  [1_800, false],
  [1_801, true],
  [9_999, true],
]) {
  test(`a token of 1000 s to 2600 s is aging at ${now} s: ${aging}`, () => {
    assert.equal(
      isAging(token({ iat: 1_000, exp: 2_600 }), now * 1_000),
      aging,
    );
  });
}

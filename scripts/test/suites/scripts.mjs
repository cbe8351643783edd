// SPDX-License-Identifier: Apache-2.0
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { inRepo } from '../paths.mjs';
import { readdirSync } from 'node:fs';

/** Tests of these scripts, by Node's own runner. */
export const scripts = {
  name: 'scripts',
  needs: async () => null,
  run: () =>
    new Promise((resolve, reject) => {
      const counts = { passed: 0, failed: 0 };
      const files = readdirSync(inRepo('scripts'), { recursive: true })
        .filter(name => name.endsWith('.test.mjs'))
        .map(name => inRepo('scripts', name));
      const stream = run({ files });
      const leaf = ({ details }) => details.type !== 'suite';
      stream.on('test:pass', test => leaf(test) && (counts.passed += 1));
      stream.on('test:fail', test => leaf(test) && (counts.failed += 1));
      stream.once('error', reject);
      const shown = stream.compose(new spec());
      shown.once('end', () => resolve(counts));
      shown.pipe(process.stdout);
    }),
};

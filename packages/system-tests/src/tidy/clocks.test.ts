// SPDX-License-Identifier: Apache-2.0
import { productFiles } from './sources';

/** The few places that may ask the machine for time or chance. */
const SOURCES =
  /(^|\/)(clock|systemClock|random)\.tsx?$|^scripts\/|^packages\/(app|backend)\//;

const BANNED: [string, RegExp][] = [
  ['Date.now()', /\bDate\.now\b/],
  ['new Date() without a moment', /\bnew Date\(\)/],
  [
    'DateTime.now() or utc() without a moment',
    /\bDateTime\.(now|utc|local)\(\)/,
  ],
  ['setTimeout', /\bsetTimeout\(/],
  ['setInterval', /\bsetInterval\(/],
  ['Math.random()', /\bMath\.random\b/],
  ['randomUUID()', /\brandomUUID\b/],
  [
    'SQL now()',
    /(?<![.\w])(now|statement_timestamp|clock_timestamp)\(\)(?!\s*[:{])|CURRENT_TIMESTAMP/,
  ],
];

describe('clocks', () => {
  it.each(BANNED)('%s is asked for in the clock files only', (_, pattern) => {
    const found = productFiles()
      .filter(file => !SOURCES.test(file.path))
      .filter(file => pattern.test(stripComments(file.text)))
      .map(file => file.path);
    expect(found).toEqual([]);
  });

  it('product code does not know that it is tested', () => {
    const found = productFiles()
      .filter(file => !file.path.startsWith('scripts/'))
      .filter(file => /NODE_ENV\s*===?\s*'test'|JEST_WORKER_ID/.test(file.text))
      .map(file => file.path);
    expect(found).toEqual([]);
  });
});

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { curlRecipe, recipesFor, shellQuote } from './recipes';

describe('shellQuote', () => {
  it.each([
    'plain',
    'two words',
    "it's",
    '$(reboot)',
    '`reboot`; rm -rf x',
    'a"b\\c',
    '!#&*?',
  ])('a shell reads %s as it was', text => {
    const seen = execFileSync('sh', ['-c', `printf %s ${shellQuote(text)}`]);
    expect(seen.toString()).toBe(text);
  });
});

describe('curlRecipe', () => {
  it('asks for the headers of the answer and sends the key', () => {
    expect(curlRecipe('http://shop/', { 'x-preview-key': 'pr-7' })).toBe(
      `curl -i -H 'x-preview-key: pr-7' 'http://shop/'`,
    );
  });
});

describe('recipesFor', () => {
  const access = {
    url: 'http://shop/',
    headers: { 'x-preview-key': 'pr-7' },
    portForward: 'kubectl port-forward',
  };
  it.each([
    ['everything', {}, ['curl', 'browser', 'portForward']],
    ['no address', { url: null }, ['portForward']],
    ['no header', { headers: {} }, ['curl', 'portForward']],
    ['no port-forward', { portForward: null }, ['curl', 'browser']],
    ['nothing', { url: null, portForward: null }, []],
  ])('%s', (_case, part, ids) => {
    expect(recipesFor({ ...access, ...part }).map(({ id }) => id)).toEqual(ids);
  });
});

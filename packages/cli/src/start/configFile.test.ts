// SPDX-License-Identifier: Apache-2.0
import type { Context } from '../Context';
import { readConfigFile } from './configFile';

function keyOf(file: string, given?: string): string {
  const context = {
    env: { BRANCH: 'pr-8', MIRRORD_BRANCH_NAME: 'feature/login' },
    cwd: '/nowhere',
    stdin: () => file,
    randomInt: () => 0,
  } as unknown as Context;
  return readConfigFile(context, '-', given).key;
}

describe('the key of a configuration file', () => {
  it.each([
    ['{"key": "pr-7"}', 'pr-7'],
    ['{"key": "{{ get_env(name="BRANCH") }}"}', 'pr-8'],
    ['{"key": "{{ get_env(name="NOT", default="pr-9") }}"}', 'pr-9'],
    [
      '{"key": "{{ git_branch }}", "target": "pod/x-{{ key }}"}',
      'feature/login',
    ],
  ])('is found in %s', (file, key) => {
    expect(keyOf(file)).toBe(key);
  });

  it('gives way to one that is given', () => {
    expect(keyOf('{"key": "pr-7"}', 'pr-1')).toBe('pr-1');
  });

  it.each(['{}', '{"key": ""}'])('is made up for %s', file => {
    expect(keyOf(file)).toMatch(/^preview-[0-9a-z]{6}$/);
  });

  it('cannot be made of itself', () => {
    expect(() => keyOf('{"key": "my-{{ key }}"}')).toThrow(
      'The key of the file is made of itself.',
    );
  });
});

// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { preview } from '../testUtils/recorder';

/** What bash offers for the last of these words. */
function offered(script: string, ...words: string[]): string[] {
  const ask = `${script}
COMP_WORDS=(preview ${words.map(word => `'${word}'`).join(' ')})
COMP_CWORD=${words.length}
_preview
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', ask], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

describe('preview completion', () => {
  it.each([
    [['st'], ['start', 'stop', 'status']],
    [['start', '--ta'], ['--target']],
    [['start', '-i', 'x', '--ttl'], ['--ttl']],
    [
      ['start', '--mode', ''],
      ['steal', 'mirror', 'none'],
    ],
    [['audit', 'v'], ['verify']],
    [['audit', 'verify', '--si'], ['--since']],
  ])('lets bash offer for %j what there is', async (words, wanted) => {
    const { out } = await preview('completion', 'bash');
    expect(offered(out, ...words)).toEqual(wanted);
  });

  it.each(['zsh', 'fish'])('knows %s', async shell => {
    const { code, out } = await preview('completion', shell);
    expect(code).toBe(0);
    expect(out).toContain('start');
    expect(out).toMatch(/ttl/);
  });

  it('refuses another shell', async () => {
    expect(await preview('completion', 'tcsh')).toMatchObject({ code: 2 });
  });
});

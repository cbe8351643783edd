// SPDX-License-Identifier: Apache-2.0
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTION } from './actionFile';
import { CompositeRunner } from './CompositeRunner';

// Each use is a row of processes.
jest.setTimeout(60_000);

const SECRET = 's3cr3t-of-the-team';
const TOKEN = 'token-of-the-portal';

describe('what the action is given', () => {
  let folder: string;
  let runner: CompositeRunner;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'preview-hostile-'));
    runner = new CompositeRunner(ACTION, { GITHUB_ACTOR: 'octocat' });
  });

  afterEach(() => {
    runner.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A command in place of `preview`, that writes down how it was called. */
  function command(script: string): string {
    const path = join(folder, 'preview');
    writeFileSync(path, `#!/usr/bin/env node\n${script}`);
    chmodSync(path, 0o700);
    return path;
  }

  const start = (cli: string, inputs: Record<string, string> = {}) =>
    runner.use({
      action: 'start',
      'portal-url': 'https://portal.example.com',
      token: TOKEN,
      cli_path: cli,
      target: 'deployment/checkout',
      image: 'shop/checkout:x',
      ...inputs,
    });

  it('never runs as a script, and reaches the command as it is', async () => {
    const mark = join(folder, 'ran');
    const hostile = `"; touch ${mark}; echo $(touch ${mark}) \`touch ${mark}\` '`;
    const cli = command('console.error(JSON.stringify(process.argv.slice(2)))');
    const { raw, code } = await start(cli, {
      key: hostile,
      namespace: hostile,
      target: hostile,
      image: hostile,
    });
    expect(code).toBe(1);
    expect(raw).toContain(JSON.stringify(`--key=${hostile}`));
    expect(raw).toContain(JSON.stringify(`--image=${hostile}`));
    expect(existsSync(mark)).toBe(false);
  });

  it('does not reach the log: neither token nor extra_config', async () => {
    const cli = command(`
      console.log(JSON.stringify({ type: 'error', error: {
        code: 'Odd', message: 'the token is ' + process.env.PREVIEW_TOKEN } }));
      process.exit(4);`);
    const { log, annotations, raw } = await start(cli, {
      extra_config: JSON.stringify({
        feature: { env: { override: { PASSWORD: SECRET } } },
      }),
    });
    expect(annotations[0].text).toBe('Odd: the token is ***');
    expect(log).not.toContain(TOKEN);
    expect(raw).not.toContain(SECRET);
  });

  it('does not reach the log when it is no JSON', async () => {
    const { raw, annotations } = await start('unused', {
      extra_config: `{${SECRET}`,
    });
    expect(annotations).toEqual([
      { level: 'error', text: 'extra_config is no JSON.' },
    ]);
    expect(raw).not.toContain(SECRET);
  });

  it('hands extra_config on as a file that nobody else can read', async () => {
    const cli = command(`
      const text = require('fs').readFileSync(0, 'utf8');
      console.error('read', text, process.argv.slice(2).join(' '));`);
    const { raw } = await start(cli, {
      filter: 'baggage: .*key={{ key }}.*',
      ports: '[8080]',
      extra_config: JSON.stringify({
        target: { namespace: 'other' },
        feature: {
          preview: { ttl_mins: 5 },
          network: { incoming: { ports: [1] } },
        },
      }),
      namespace: 'shop',
      ttl_mins: '90',
    });
    const config = {
      feature: {
        network: {
          incoming: {
            mode: 'steal',
            http_filter: { header_filter: 'baggage: .*key={{ key }}.*' },
            ports: [1],
          },
        },
        preview: { ttl_mins: 5 },
      },
      target: { namespace: 'other' },
    };
    const [, read] = /read (\{.*?\}) start/.exec(raw)!;
    expect(JSON.parse(read)).toEqual(config);
    expect(raw).toContain('--target=deployment/checkout');
    expect(raw).not.toMatch(/--(namespace|mode)/);
    expect(raw).not.toContain('--ttl');
  });

  it('cannot put commands of the runner into the log', async () => {
    const cli = command(`
      const step = { name: 'started', status: 'failed', message: '\\n::error::forged' };
      console.log(JSON.stringify({ type: 'accepted', outcome: 'created', session:
        { id: '1', key: 'k', revision: 1, image: '\\n::set-output name=x::y' } }));
      console.log(JSON.stringify({ type: 'step', session: '1', revision: 1, step }));
      console.error('::warning::forged');
      console.log(JSON.stringify({ type: 'error', error: { code: 'Odd', message: 'a\\n::notice::forged' } }));
      process.exit(process.argv[2] === 'start' ? 0 : 4);`);
    const { annotations } = await start(cli);
    expect(annotations.map(({ level }) => level)).toEqual(['error']);
  });

  it.each([
    [{ action: 'begin' }, /^action is "begin"/],
    [{ image: '' }, /^image is missing/],
    [{ target: '' }, /^target is missing/],
    [{ action: 'stop' }, /^key is missing/],
    [{ ttl_mins: '1.5' }, /^ttl_mins is "1.5"/],
    [{ ports: '8080' }, /^ports is no list/],
    [{ ports: '[0]' }, /^ports is no list/],
    [{ extra_config: '[]' }, /^extra_config is no JSON object/],
    [{ wait: 'forever' }, /^wait is "forever"/],
    [{ timeout: 'long' }, /^timeout is "long"/],
    [{ 'portal-url': '' }, /^portal-url is missing/],
    [{ 'portal-url': 'portal' }, /^portal-url is "portal"/],
    [{ action: 'wait', key: 'k', wait: 'none' }, /^wait is "none"/],
  ])('is refused by name: %j', async (inputs, text) => {
    const { code, annotations } = await start(
      command('throw new Error("not to be called")'),
      inputs as Record<string, string>,
    );
    expect(code).toBe(1);
    expect(annotations).toEqual([
      { level: 'error', text: expect.stringMatching(text) },
    ]);
  });
});

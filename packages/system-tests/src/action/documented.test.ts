// SPDX-License-Identifier: Apache-2.0
import { load, loadAll } from 'js-yaml';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../tidy/sources';
import { ACTION, readAction } from './actionFile';

// This package only ever runs from the repository.
// eslint-disable-next-line no-restricted-syntax
const CHECK = resolve(__dirname, 'checkWithGithub.mjs');

const action = readAction(ACTION);
const text = readFileSync(resolve(ROOT, 'docs/ci.md'), 'utf8');
const blocks = [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(
  ([, block]) => block,
);
const workflows = blocks.filter(block => /^jobs:/m.test(block));

/** Every use of the action in a workflow, with its inputs. */
function usesOf(workflow: string): Record<string, string>[] {
  const { jobs } = load(workflow) as {
    jobs: Record<string, { steps: { uses?: string; with?: object }[] }>;
  };
  return Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.includes('/actions/preview@'))
    .map(step => step.with as Record<string, string>);
}

function checkWithGithub(
  files: { kind: 'action' | 'workflow'; name: string; content: string }[],
): string[] {
  const out = execFileSync(process.execPath, [CHECK], {
    input: JSON.stringify(files),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return JSON.parse(out);
}

describe('the action', () => {
  it('is one by the schema of GitHub', () => {
    const content = readFileSync(join(ACTION, 'action.yml'), 'utf8');
    const files = [{ kind: 'action' as const, name: 'action.yml', content }];
    expect(checkWithGithub(files)).toEqual([]);
    const broken = content.replace('shell: bash', 'shall: bash');
    expect(checkWithGithub([{ ...files[0], content: broken }])).not.toEqual([]);
  });

  it('takes its inputs by the environment alone', () => {
    for (const { run, env } of action.runs.steps) {
      expect(run).not.toContain('${{');
      const named = Object.keys(action.inputs).map(name => [
        `INPUT_${name.toUpperCase().replace(/-/g, '_')}`,
        `\${{ inputs.${name} }}`,
      ]);
      expect(env).toEqual(Object.fromEntries(named));
    }
  });

  it('installs the command in the version of this repository', () => {
    const { version } = JSON.parse(
      readFileSync(resolve(ROOT, 'packages/cli/package.json'), 'utf8'),
    );
    const script = readFileSync(join(ACTION, 'run.sh'), 'utf8');
    expect(script).toContain(`\nCLI_VERSION=${version}\n`);
  });

  it('has the inputs and the output of mirrord’s action', () => {
    expect(Object.keys(action.inputs)).toEqual(
      expect.arrayContaining([
        ...['action', 'target', 'namespace', 'mode', 'filter', 'ports'],
        ...['ttl_mins', 'image', 'key', 'cli_path', 'extra_config'],
      ]),
    );
    expect(Object.keys(action.outputs)).toContain('session-key');
  });
});

describe('docs/ci.md', () => {
  it('has YAML that can be read', () => {
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) {
      expect(() => loadAll(block)).not.toThrow();
    }
  });

  it('has workflows by the schema of GitHub', () => {
    expect(workflows).toHaveLength(2);
    const files = workflows.map((content, index) => ({
      kind: 'workflow' as const,
      name: `workflow-${index}.yml`,
      content,
    }));
    expect(checkWithGithub(files)).toEqual([]);
  });

  it('gives the action only what it takes, and the version of today', () => {
    const uses = workflows.flatMap(usesOf);
    expect(uses.map(({ action: name }) => name)).toEqual([
      ...['start', 'stop', 'start', 'wait'],
    ]);
    const known = Object.keys(action.inputs);
    for (const inputs of uses) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
    const { version } = JSON.parse(
      readFileSync(resolve(ROOT, 'package.json'), 'utf8'),
    );
    const versions = text.matchAll(/actions\/preview@v(\S+)/g);
    expect(new Set([...versions].map(([, each]) => each))).toEqual(
      new Set([version]),
    );
  });

  it('lists every input and output', () => {
    const listed = [...text.matchAll(/^\| `([a-z_-]+)`/gm)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual([
      ...Object.keys(action.inputs),
      ...Object.keys(action.outputs),
    ]);
  });
});

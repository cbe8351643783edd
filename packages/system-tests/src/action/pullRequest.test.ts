// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PEOPLE } from '../backend/catalog';
import type { Portal } from '../backend/Portal';
import { ask } from '../backend/requests';
import { until } from '../fixtures/until';
import { aWorkflow, type WorkflowWorld } from './aWorkflow';
import type { Used } from './CompositeRunner';

jest.setTimeout(240_000);

const STABLE = 'shop/checkout:1.8.3';

let world: WorkflowWorld;
let robin: Portal;

beforeAll(async () => {
  world = await aWorkflow();
  robin = world.backend.as(PEOPLE.checkout);
});

afterAll(() => world?.stop());

const run = (inputs: Record<string, string>) => world.run(inputs);
const push = (key: string, tag: string, more: Record<string, string> = {}) =>
  run({ action: 'start', key, image: `shop/checkout:${tag}`, ...more });
const close = (key: string, more: Record<string, string> = {}) =>
  run({ action: 'stop', key, ...more });
const sessionOf = async (used: Used) =>
  robin.getSession(used.outputs['session-id']);

it('a pull request opened, pushed, closed, closed again, reopened', async () => {
  const opened = await push('pr-7', 'pr-7-1');
  expect(opened).toMatchObject({ code: 0, outputs: { outcome: 'created' } });
  const { url, headers, curl } = opened.outputs;
  expect(opened.outputs['session-key']).toBe('pr-7');
  expect(await ask(url, JSON.parse(headers))).toMatchObject({
    image: 'shop/checkout:pr-7-1',
  });
  expect(await ask(url)).toMatchObject({ image: STABLE });
  expect(curl).toContain('x-preview-key: pr-7');
  expect(opened.summary).toContain('### Preview `pr-7`: created');
  expect(opened.summary).toContain(curl);
  expect(await sessionOf(opened)).toMatchObject({
    createdBy: 'external:github:repo:acme/checkout:pull_request',
    claimedActor: 'octocat',
    via: 'action',
  });

  const pushed = await push('pr-7', 'pr-7-2');
  expect(pushed).toMatchObject({ code: 0, outputs: { outcome: 'updated' } });
  expect(await ask(url, JSON.parse(headers))).toMatchObject({
    image: 'shop/checkout:pr-7-2',
  });

  const elsewhere = await close('pr-7', { namespace: 'shop-inventory' });
  expect(elsewhere).toMatchObject({
    code: 0,
    outputs: { outcome: 'nothing-to-stop' },
  });
  expect((await sessionOf(pushed)).desired.state).toBe('running');
  const closed = await close('pr-7');
  expect(closed).toMatchObject({ code: 0, outputs: { outcome: 'stopped' } });
  const again = await close('pr-7');
  expect(again).toMatchObject({
    code: 0,
    outputs: { outcome: 'nothing-to-stop' },
  });
  await robin.untilEnded(opened.outputs['session-id']);
  expect(await ask(url, JSON.parse(headers))).toMatchObject({ image: STABLE });

  const reopened = await push('pr-7', 'pr-7-2');
  expect(reopened).toMatchObject({ code: 0, outputs: { outcome: 'created' } });
  await close('pr-7');
});

it('two pushes at once: the later image wins, the other ends clean and says so', async () => {
  await push('pr-8', 'pr-8-1');
  const first = push('pr-8', 'slow');
  const [{ id }] = (await robin.listSessions({ key: 'pr-8' })).items;
  await until(
    'the first of two pushes',
    () => robin.getSession(id),
    ({ image }) => image === 'shop/checkout:slow',
  );
  const second = await push('pr-8', 'pr-8-3');
  expect(second).toMatchObject({ code: 0, outputs: { outcome: 'updated' } });
  const other = await first;
  expect(other).toMatchObject({ code: 0, outputs: { outcome: 'superseded' } });
  expect(other.annotations).toEqual([
    {
      level: 'notice',
      text: expect.stringContaining('runs shop/checkout:pr-8-3 now'),
    },
  ]);
  expect(await sessionOf(second)).toMatchObject({
    image: 'shop/checkout:pr-8-3',
    phase: 'ready',
  });
});

it('two pushes in the same moment leave one preview, and no run fails', async () => {
  const used = await Promise.all([
    push('pr-9', 'pr-9-1'),
    push('pr-9', 'pr-9-2'),
  ]);
  expect(used.map(({ code }) => code)).toEqual([0, 0]);
  const { items } = await robin.listSessions({ key: 'pr-9' });
  expect(items).toHaveLength(1);
  const winner = used[Number(items[0].image.endsWith('2'))];
  expect(['created', 'updated']).toContain(winner.outputs.outcome);
});

it('a preview that a person stopped stays stopped, and the push is no failure', async () => {
  const { outputs } = await push('pr-10', 'pr-10-1');
  await robin.stop(outputs['session-id'], 'confuses the demo');
  const pushed = await push('pr-10', 'pr-10-2');
  expect(pushed).toMatchObject({
    code: 0,
    outputs: { outcome: 'kept-stopped' },
  });
  expect(pushed.annotations[0].text).toMatch(
    /was stopped by user:default\/robin \(confuses the demo\)/,
  );
});

describe('sign-off', () => {
  const decide = async (used: Used, decision: 'approved' | 'rejected') => {
    const session = await sessionOf(used);
    await robin.signOff(session.id, {
      decision,
      comment: 'looked at it',
      revision: session.revision,
    });
  };
  const wait = (key: string) =>
    run({ action: 'wait', key, wait: 'approved', timeout: '60' });

  it('is waited for', async () => {
    const started = await push('pr-11', 'pr-11-1');
    const waiting = wait('pr-11');
    await decide(started, 'approved');
    expect(await waiting).toMatchObject({
      code: 0,
      outputs: { outcome: 'approved', 'session-key': 'pr-11' },
    });
  });

  it('fails the job when it is refused, and says by whom', async () => {
    const started = await push('pr-12', 'pr-12-1');
    const waiting = wait('pr-12');
    await decide(started, 'rejected');
    const { code, annotations } = await waiting;
    expect(code).toBe(1);
    expect(annotations[0].text).toContain(PEOPLE.checkout);
    expect(annotations[0].text).toContain('looked at it');
  });
});

it('a preview that cannot start fails the job with the reason', async () => {
  const { code, annotations, summary } = await push('pr-13', 'missing');
  expect(code).toBe(1);
  expect(annotations[0].text).toMatch(/^ImagePullFailed: /);
  expect(summary).toContain('Why not');
});

it('a workflow of another repository is refused', async () => {
  const { code, annotations } = await world.run(
    {
      ...{ action: 'start', key: 'pr-14', image: 'shop/checkout:evil' },
      entity: 'component:default/checkout',
    },
    world.github.job('repo:acme/payments:pull_request'),
  );
  expect(code).toBe(1);
  expect(annotations[0].text).toMatch(/^RepositoryNotOfEntity: /);
  expect((await robin.listSessions({ key: 'pr-14' })).items).toEqual([]);
});

it('a pull request from a fork has no token, and is told so', async () => {
  const { code, annotations } = await world.run(
    { action: 'start', key: 'pr-15', image: 'shop/checkout:evil' },
    { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' },
  );
  expect(code).toBe(1);
  expect(annotations[0].text).toMatch(/no token .* fork gets neither/);
});

it('the curl of the summary is one that works', async () => {
  const { outputs } = await push('pr-16', 'pr-16-1');
  // As a shell reads it, whether there is a curl on this machine or not.
  const spy = `curl() { printf '%s\\n' "$@"; }; ${outputs.curl}`;
  const { stdout } = await promisify(execFile)('bash', ['-c', spy]);
  const args = stdout.trim().split('\n');
  const [name, value] = args[args.indexOf('-H') + 1].split(': ');
  expect(await ask(args.at(-1)!, { [name]: value })).toMatchObject({
    image: 'shop/checkout:pr-16-1',
  });
});

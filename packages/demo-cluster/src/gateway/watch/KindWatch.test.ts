// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { CustomObjectsApi } from '@kubernetes/client-node';
import { ScriptedApi } from '../testUtils/ScriptedApi';
import { TellingClock } from '../testUtils/TellingClock';
import { KindWatch } from './KindWatch';

const group = 'gateway.networking.k8s.io';
const version = 'v1';
const plural = 'gatewayclasses';

let api: ScriptedApi;
let clock: TellingClock;
let watch: KindWatch;
let running: Promise<void>;
let changed: () => void;

const nextChange = () =>
  new Promise<void>(resolve => {
    changed = resolve;
  });

const names = () => watch.objects().map(({ metadata }) => metadata.name);

const named = (name: string, resourceVersion: string) => ({
  metadata: { name, resourceVersion },
});

/** Waits for the pause of that length, and ends it. */
async function skip(ms: number): Promise<void> {
  await clock.planned(ms);
  clock.advance(ms);
}

beforeEach(async () => {
  api = new ScriptedApi();
  clock = new TellingClock();
  changed = () => {};
  const kubeConfig = await api.start();
  const client = kubeConfig.makeApiClient(CustomObjectsApi);
  const source = {
    path: `/apis/${group}/${version}/${plural}`,
    list: () => client.listClusterCustomObject({ group, version, plural }),
  };
  api.items = { names: ['a'], version: '10' };
  watch = new KindWatch(kubeConfig, source, clock, () => changed());
});

afterEach(async () => {
  watch.stop();
  await running;
  await api.stop();
});

function start() {
  running = watch.run();
  return watch.listed;
}

it('lists once, then follows from there', async () => {
  await start();
  expect(names()).toEqual(['a']);
  const open = await api.watch();
  expect(open.from).toBe('10');
  for (const [type, name] of [
    ['ADDED', 'b'],
    ['MODIFIED', 'a'],
    ['DELETED', 'a'],
  ]) {
    const change = nextChange();
    open.send(type, named(name, '11'));
    await change;
  }
  expect(names()).toEqual(['b']);
  expect(api.lists).toBe(1);
});

it('goes on after a closed watch from the last version it saw', async () => {
  await start();
  const first = await api.watch();
  first.send('BOOKMARK', named('', '15'));
  first.answer.end();
  await skip(50);
  expect((await api.watch()).from).toBe('15');
  expect(api.lists).toBe(1);
});

it('lists anew when its version expires in the stream', async () => {
  await start();
  const open = await api.watch();
  api.items = { names: ['c'], version: '30' };
  const relisted = nextChange();
  open.send('ERROR', { kind: 'Status', code: 410 });
  open.answer.end();
  await skip(50);
  await relisted;
  expect(names()).toEqual(['c']);
  expect((await api.watch()).from).toBe('30');
});

it('lists anew when its version has expired before it comes back', async () => {
  await start();
  const open = await api.watch();
  api.items = { names: ['c'], version: '30' };
  api.nextStatus = 410;
  const relisted = nextChange();
  open.answer.end();
  await skip(50);
  await skip(100);
  await relisted;
  expect((await api.watch()).from).toBe('30');
});

it('tries again when the list fails, after growing pauses', async () => {
  api.nextStatus = 500;
  const listed = start();
  await clock.planned(50);
  api.nextStatus = 403;
  clock.advance(50);
  await skip(100);
  await listed;
  expect(names()).toEqual(['a']);
});

it('pauses longer each time a watch ends at once, until something arrives', async () => {
  await start();
  for (const ms of [50, 100, 200]) {
    (await api.watch()).answer.end();
    await skip(ms);
  }
  const open = await api.watch();
  const change = nextChange();
  open.send('ADDED', named('b', '11'));
  await change;
  open.answer.end();
  await skip(50);
  expect((await api.watch()).from).toBe('11');
});

it('closes its watch when stopped', async () => {
  await start();
  const open = await api.watch();
  const closed = once(open.answer, 'close');
  watch.stop();
  await closed;
  await running;
  expect(open.answer.writableFinished).toBe(false);
});

it('ends at once when stopped in a pause', async () => {
  api.nextStatus = 500;
  void start();
  await clock.planned(50);
  watch.stop();
  await running;
  expect(api.lists).toBe(0);
});

// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import { AddressInfo } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';
import { TellingClock } from '../testUtils/TellingClock';
import { StatusChange } from './changes';
import { StatusWriter } from './StatusWriter';

let server: http.Server;
let writer: StatusWriter;
let clock: TellingClock;
let statuses: number[];
let written: { url: string; type?: string; body: any }[];
let heard: (count: number) => void;
let retried: number;

/** Resolves when the server has had that many writes. */
const writes = (count: number) =>
  new Promise<void>(resolve => {
    heard = now => now >= count && resolve();
    heard(written.length);
  });

const change = (version: string, status: object = {}): StatusChange => ({
  plural: 'httproutes',
  object: {
    metadata: { name: 'web', namespace: 'shop', resourceVersion: version },
  },
  status,
});

beforeEach(async () => {
  statuses = [];
  written = [];
  retried = 0;
  heard = () => {};
  server = http.createServer(async (message, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    written.push({
      url: message.url!,
      type: message.headers['content-type'],
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    answer.writeHead(statuses.shift() ?? 200, {
      'content-type': 'application/json',
    });
    answer.end('{}');
    heard(written.length);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(
    { name: 'c', server: `http://127.0.0.1:${port}`, skipTLSVerify: true },
    { name: 'u' },
  );
  clock = new TellingClock();
  writer = new StatusWriter(kubeConfig, clock, () => {
    retried += 1;
    writer.submit([change('1')]);
  });
});

afterEach(async () => {
  await writer.stop();
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});

it('writes the status of just the version it was made from', async () => {
  writer.submit([change('7', { parents: [] })]);
  await writes(1);
  expect(written).toEqual([
    {
      url: '/apis/gateway.networking.k8s.io/v1/namespaces/shop/httproutes/web/status',
      type: 'application/merge-patch+json',
      body: { metadata: { resourceVersion: '7' }, status: { parents: [] } },
    },
  ]);
});

it.each([200, 404, 409])(
  'writes no version twice after an answer of %s',
  async status => {
    statuses = [status];
    writer.submit([change('1')]);
    await writes(1);
    writer.submit([change('1')]);
    writer.submit([change('1')]);
    writer.submit([change('2')]);
    await writes(2);
    await writer.stop();
    expect(written.map(({ body }) => body.metadata.resourceVersion)).toEqual([
      '1',
      '2',
    ]);
    expect(retried).toBe(0);
  },
);

it('asks for the changes anew when the server fails, after a pause', async () => {
  statuses = [500, 403];
  writer.submit([change('1')]);
  await clock.planned(50);
  clock.advance(50);
  await clock.planned(100);
  expect(retried).toBe(1);
  clock.advance(100);
  await writes(3);
  await writer.stop();
  expect(written).toHaveLength(3);
});

it('writes nothing more once stopped', async () => {
  statuses = [500];
  writer.submit([change('1')]);
  await clock.planned(50);
  await writer.stop();
  writer.submit([change('2')]);
  expect(written).toHaveLength(1);
});

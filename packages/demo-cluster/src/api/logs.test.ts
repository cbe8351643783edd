// SPDX-License-Identifier: Apache-2.0
import { ManualClock } from '../ManualClock';
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import {
  NAMESPACE,
  deployment,
  namespace,
  template,
} from '../testing/manifests';

jest.setTimeout(60_000);

const PODS = `/api/v1/namespaces/${NAMESPACE}/pods`;
const START = Date.parse('2026-11-20T12:00:00Z');
const isReady = (pod: any) =>
  pod.status.conditions?.some(
    (one: any) => one.type === 'Ready' && one.status === 'True',
  );

describe('logs', () => {
  let cluster: DemoCluster;
  let client: TestClient;
  let clock: ManualClock;

  const start = async (spec = {}) => {
    clock = new ManualClock(START);
    const pod = template({ app: 'web' }, 'shop/web:1', spec);
    cluster = await startDemoCluster({
      speed: 0,
      clock,
      seed: [namespace(), deployment('web', { template: pod })],
    });
    client = new TestClient(cluster);
    const [ready] = await client.until(
      PODS,
      all => all.length === 1 && all.every(isReady),
    );
    return ready;
  };

  afterEach(async () => {
    client.close();
    await cluster.stop();
  });

  it('come whole, by their tail, with their times, and since a time', async () => {
    const { metadata, status } = await start();
    const log = (query: string) =>
      client.raw(`${PODS}/${metadata.name}/log?${query}`);
    const lines = [
      'starting app from image shop/web:1',
      `listening on ${status.podIP}:8080`,
      '',
    ];
    expect((await log('')).body).toBe(lines.join('\n'));
    expect((await log('tailLines=1&timestamps=true')).body).toBe(
      `2026-11-20T12:00:00.000000000Z ${lines[1]}\n`,
    );
    expect((await log('sinceTime=2026-11-20T12:00:01Z')).body).toBe('');
    expect((await log('tailLines=-1')).code).toBe(400);
  });

  it('can be followed until the pod ends', async () => {
    const { metadata, status } = await start();
    const followed = client.raw(
      `${PODS}/${metadata.name}/log?follow=true&tailLines=0`,
    );
    await client.raw('/version');
    await fetch(`http://${status.podIP}:8080/orders`);
    await client.raw(`/apis/apps/v1/namespaces/${NAMESPACE}/deployments/web`, {
      method: 'DELETE',
    });
    await client.until(PODS, all => all.length === 0);
    expect((await followed).body).toBe('GET /orders 200 x-preview-key=-\n');
  });

  it('ask which container is meant where there are several', async () => {
    const containers = ['app', 'sidecar'].map(name => ({
      name,
      image: 'shop/web:1',
    }));
    const { metadata } = await start({ containers });
    const log = (query: string) =>
      client.raw(`${PODS}/${metadata.name}/log?${query}`);
    expect((await log('')).body.message).toBe(
      `a container name must be specified for pod ${metadata.name}, choose one of: [app sidecar]`,
    );
    expect((await log('container=x')).body.message).toBe(
      `container x is not valid for pod ${metadata.name}`,
    );
    expect((await log('container=sidecar&previous=true')).body.message).toBe(
      `previous terminated container "sidecar" in pod "${metadata.name}" not found`,
    );
    expect((await log('container=sidecar')).body).toContain('starting sidecar');
  });
});

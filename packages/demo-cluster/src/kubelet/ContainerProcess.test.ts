// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { systemClock } from '../clock';
import { endpointsBody, groupPods } from '../controllers/endpointBodies';
import { KubernetesObject } from '../objects';
import { ContainerProcess } from './ContainerProcess';
import { LISTENING_PORTS } from './listeningPorts';
import { Pace } from './Pace';

const pod = (
  name: string,
  annotations?: Record<string, string>,
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'shop',
    uid: name,
    resourceVersion: '1',
    creationTimestamp: '2026-11-20T12:00:00Z',
    annotations,
    labels: { app: 'checkout', 'pod-template-hash': 'abc' },
  },
  spec: { containers: [] },
  status: {
    podIP: '127.0.0.1',
    conditions: [{ type: 'Ready', status: 'True' }],
  },
});

const container = (port: number, image = 'shop/checkout:next') => ({
  name: 'app',
  image,
  ports: [{ containerPort: port, protocol: 'TCP' }],
});

/** The process of a container on a free port, and its address. */
async function started(image?: string) {
  const taken = createServer();
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const running = new ContainerProcess(
    pod('p'),
    container(port, image),
    '127.0.0.1',
    new Pace(systemClock, 0),
  );
  await running.start();
  const url = `http://127.0.0.1:${running.actualPort(port)}`;
  return { running, port, url, taken };
}

describe('ContainerProcess', () => {
  let open: Awaited<ReturnType<typeof started>>;

  beforeEach(async () => {
    open = await started();
  });

  afterEach(async () => {
    await open.running.stop(0);
    open.taken.close();
  });

  it('says which image and revision it is, and what it was asked', async () => {
    const answer = await fetch(`${open.url}/orders?a=1`, {
      headers: { 'x-preview-key': 'k', baggage: 'preview=k' },
    });
    expect(await answer.json()).toEqual({
      image: 'shop/checkout:next',
      version: 'next',
      service: 'checkout',
      pod: 'p',
      namespace: 'shop',
      container: 'app',
      revision: 'abc',
      request: {
        method: 'GET',
        path: '/orders?a=1',
        host: new URL(open.url).host,
        'x-preview-key': 'k',
        baggage: 'preview=k',
      },
    });
  });

  it('answers a line of text where that is wanted, and writes a log', async () => {
    const answer = await fetch(open.url, { headers: { accept: 'text/plain' } });
    expect(await answer.text()).toBe(
      'shop/checkout:next p GET / x-preview-key=-\n',
    );
    expect(open.running.log.lines.map(({ text }) => text)).toContain(
      'GET / 200 x-preview-key=-',
    );
  });

  it('moves to a free port where its own is taken', () => {
    expect(open.running.movedPorts).toEqual({
      [open.port]: expect.any(Number),
    });
  });

  it('finishes requests in flight when it stops', async () => {
    const slow = fetch(`${open.url}/?delay=100`);
    while (!(await fetch(`${open.url}/healthz`)).ok);
    await open.running.stop(10_000);
    expect((await slow).status).toBe(200);
    await expect(fetch(open.url)).rejects.toThrow();
  });
});

describe('endpoints of pods that serve on other ports', () => {
  it('are grouped by the ports that hold for them', () => {
    const service = {
      ...pod('svc'),
      spec: { ports: [{ port: 80, protocol: 'TCP', targetPort: 8080 }] },
    };
    const pods = [
      pod('a'),
      pod('b', { [LISTENING_PORTS]: '{"8080":40001}' }),
      pod('c'),
    ];
    const { subsets } = endpointsBody(service, groupPods(service, pods));
    expect(
      subsets.map(({ addresses, ports }: any) => [
        addresses.map((one: any) => one.targetRef.name),
        ports[0].port,
      ]),
    ).toEqual([
      [['a', 'c'], 8080],
      [['b'], 40001],
    ]);
  });
});

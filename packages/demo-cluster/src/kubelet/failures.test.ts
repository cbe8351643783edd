// SPDX-License-Identifier: Apache-2.0
import { ManualClock } from '../ManualClock';
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import { NAMESPACE, namespace, template } from '../testing/manifests';

jest.setTimeout(60_000);

const PODS = `/api/v1/namespaces/${NAMESPACE}/pods`;
const EVENTS = `/api/v1/namespaces/${NAMESPACE}/events`;
const pod = (image: string, spec = {}) => ({
  metadata: { name: 'p' },
  spec: template({}, image, spec).spec,
});
const stateOf = (one: any) => one?.status?.containerStatuses?.[0]?.state ?? {};
const waiting =
  (reason: string) =>
  ([one]: any[]) =>
    stateOf(one).waiting?.reason === reason;
const ready = ([one]: any[]) =>
  one?.status.conditions?.some(
    (item: any) => item.type === 'Ready' && item.status === 'True',
  );

describe('pods by image tag', () => {
  let cluster: DemoCluster;
  let client: TestClient;
  let clock: ManualClock;

  beforeEach(async () => {
    clock = new ManualClock(Date.parse('2026-11-20T12:00:00Z'));
    cluster = await startDemoCluster({ speed: 0, clock, seed: [namespace()] });
    client = new TestClient(cluster);
    await client.until(
      `/api/v1/namespaces/${NAMESPACE}/serviceaccounts`,
      accounts => accounts.length > 0,
    );
  });

  afterEach(async () => {
    client.close();
    await cluster.stop();
  });

  const events = async () =>
    (await client.raw(EVENTS)).body.items.map(
      (event: any) => `${event.reason}: ${event.message}`,
    );
  const start = async (image: string, spec = {}) =>
    TestClient.ok(await client.post(PODS, pod(image, spec)));

  it('an ordinary one is scheduled, pulled, created, started, and ready by its probe', async () => {
    await start('shop/checkout:feature-x');
    const [running] = await client.until(PODS, ready);
    expect(running.status).toMatchObject({
      phase: 'Running',
      containerStatuses: [
        { image: 'docker.io/shop/checkout:feature-x', started: true },
      ],
    });
    expect(running.status.containerStatuses[0].imageID).toMatch(
      /^docker.io\/shop\/checkout@sha256:[0-9a-f]{64}$/,
    );
    expect((await events()).sort()).toEqual([
      'Created: Created container: app',
      'Pulled: Successfully pulled image "shop/checkout:feature-x" in 0ms (0ms including waiting). Image size: 7340032 bytes.',
      'Pulling: Pulling image "shop/checkout:feature-x"',
      'Scheduled: Successfully assigned shop/p to demo-node',
      'Started: Started container app',
    ]);
  });

  it(':missing cannot be pulled and backs off', async () => {
    await start('shop/checkout:missing');
    const [failed] = await client.until(PODS, waiting('ErrImagePull'));
    expect(stateOf(failed).waiting.message).toContain(
      'docker.io/shop/checkout:missing: not found',
    );
    clock.advance(2_500);
    const [backing] = await client.until(PODS, waiting('ImagePullBackOff'));
    expect(stateOf(backing).waiting.message).toMatch(
      /^Back-off pulling image "shop\/checkout:missing": ErrImagePull: /,
    );
    expect(await events()).toContain('Failed: Error: ImagePullBackOff');
  });

  it(':crash ends with code 1, leaves a log and backs off longer each time', async () => {
    await start('shop/checkout:crash');
    const [crashed] = await client.until(PODS, waiting('CrashLoopBackOff'));
    expect(stateOf(crashed).waiting.message).toMatch(
      /^back-off 10s restarting failed container=app pod=p_shop\(/,
    );
    expect(crashed.status.containerStatuses[0]).toMatchObject({
      restartCount: 2,
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    });
    const log = await client.raw(`${PODS}/p/log?previous=true&tailLines=1`);
    expect(log.body).toBe('process exits with code 1\n');
    clock.advance(10_000);
    await client.until(PODS, ([one]) =>
      stateOf(one).waiting?.message?.startsWith('back-off 20s'),
    );
  });

  it(':unschedulable stays pending, with the reason on the pod', async () => {
    await start('shop/checkout:unschedulable');
    const [pending] = await client.until(
      PODS,
      ([one]) => one?.status.conditions?.length > 0,
    );
    expect(pending.status.phase).toBe('Pending');
    expect(pending.status.conditions).toMatchObject([
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message: expect.stringMatching(
          /^0\/1 nodes are available: 1 Insufficient cpu\. /,
        ),
      },
    ]);
  });

  it(':slow takes its time to be pulled and to be ready', async () => {
    await start('shop/checkout:slow');
    await client.until(PODS, waiting('ContainerCreating'));
    const pulling = () =>
      client.until(EVENTS, all =>
        all.some(event => event.reason === 'Pulling'),
      );
    await pulling();
    clock.advance(20_000);
    const [started] = await client.until(PODS, ([one]) => stateOf(one).running);
    expect(ready([started])).toBe(false);
    clock.advance(10_000);
    await client.until(PODS, ready);
  });

  it(':unready runs but never passes its probe', async () => {
    await start('shop/checkout:unready');
    const all = await client.until(EVENTS, list =>
      list.some(event => event.reason === 'Unhealthy'),
    );
    expect(all.map(event => event.message)).toContain(
      'Readiness probe failed: HTTP probe failed with statuscode: 503',
    );
  });

  it('a probe of a closed port fails, saying so', async () => {
    const container = {
      name: 'app',
      image: 'a:1',
      readinessProbe: { tcpSocket: { port: 9 } },
    };
    await start('a:1', { containers: [container] });
    const all = await client.until(EVENTS, list =>
      list.some(event => event.reason === 'Unhealthy'),
    );
    expect(all.map(event => event.message)).toContainEqual(
      expect.stringMatching(
        /^Readiness probe failed: dial tcp 127\..*:9: connect: connection refused$/,
      ),
    );
  });

  it('init containers run first, sidecars stay', async () => {
    const initContainers = [
      { name: 'migrate', image: 'tool:1' },
      { name: 'proxy', image: 'proxy:1', restartPolicy: 'Always' },
    ];
    await start('shop/checkout:1', { initContainers });
    const [running] = await client.until(PODS, ready);
    expect(running.status.initContainerStatuses).toMatchObject([
      {
        name: 'migrate',
        state: { terminated: { exitCode: 0, reason: 'Completed' } },
      },
      { name: 'proxy', state: { running: {} }, ready: true },
    ]);
  });

  it('a readiness gate keeps a pod unready until somebody sets its condition', async () => {
    await start('shop/checkout:1', {
      readinessGates: [{ conditionType: 'example.org/gate' }],
    });
    await client.until(PODS, ([one]) =>
      one?.status.conditions?.some(
        (item: any) => item.reason === 'ReadinessGatesNotReady',
      ),
    );
    const conditions = [{ type: 'example.org/gate', status: 'True' }];
    await client.raw(`${PODS}/p/status`, {
      method: 'PATCH',
      contentType: 'application/strategic-merge-patch+json',
      body: { status: { conditions } },
    });
    const [open] = await client.until(PODS, ready);
    expect(open.status.conditions).toContainEqual(
      expect.objectContaining(conditions[0]),
    );
  });
});

// SPDX-License-Identifier: Apache-2.0
import { Watch } from '@kubernetes/client-node';
import { ManualClock } from '../ManualClock';
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import { NAMESPACE, namespace } from '../testing/manifests';

jest.setTimeout(60_000);

const MAPS = `/api/v1/namespaces/${NAMESPACE}/configmaps`;
const map = (name: string, labels = {}) => ({ metadata: { name, labels } });

describe('watch', () => {
  let cluster: DemoCluster;
  let client: TestClient;
  let clock: ManualClock;

  beforeEach(async () => {
    clock = new ManualClock(0);
    cluster = await startDemoCluster({ speed: 0, clock, seed: [namespace()] });
    client = new TestClient(cluster);
  });

  afterEach(async () => {
    client.close();
    await cluster.stop();
  });

  /** Collects events until `count` came or the watch ended. */
  function collect(
    query: Record<string, string | boolean | number>,
    count: number,
  ): Promise<{ events: [string, string][]; objects: any[] }> {
    return new Promise((resolve, reject) => {
      const events: [string, string][] = [];
      const objects: any[] = [];
      let opened: AbortController | undefined;
      const finish = () => {
        opened?.abort();
        resolve({ events, objects });
      };
      new Watch(client.config)
        .watch(
          MAPS,
          query,
          (type, object) => {
            events.push([type, object.metadata?.name ?? object.reason]);
            objects.push(object);
            if (events.length === count) finish();
          },
          finish,
        )
        .then(controller => {
          opened = controller;
          if (events.length >= count) controller.abort();
        }, reject);
    });
  }

  it('tells what happened since a version, then what happens', async () => {
    const { body } = await client.raw(MAPS);
    await client.post(MAPS, map('a'));
    const seen = collect({ resourceVersion: body.metadata.resourceVersion }, 3);
    await client.post(MAPS, map('b'));
    await client.raw(`${MAPS}/a`, { method: 'DELETE' });
    expect((await seen).events).toEqual([
      ['ADDED', 'a'],
      ['ADDED', 'b'],
      ['DELETED', 'a'],
    ]);
  });

  it('lets an object appear and vanish as its labels change', async () => {
    const { body } = await client.raw(MAPS);
    const seen = collect(
      {
        resourceVersion: body.metadata.resourceVersion,
        labelSelector: 'on=yes',
      },
      2,
    );
    await client.post(MAPS, map('a'));
    const patch = (labels: object) =>
      client.raw(`${MAPS}/a`, {
        method: 'PATCH',
        contentType: 'application/merge-patch+json',
        body: { metadata: { labels } },
      });
    await patch({ on: 'yes' });
    await patch({ on: null });
    expect((await seen).events).toEqual([
      ['ADDED', 'a'],
      ['DELETED', 'a'],
    ]);
  });

  it('starts with what is there, marked by a bookmark where asked for', async () => {
    await client.post(MAPS, map('a'));
    const { events, objects } = await collect(
      {
        sendInitialEvents: true,
        resourceVersionMatch: 'NotOlderThan',
        allowWatchBookmarks: true,
      },
      2,
    );
    expect(events[0]).toEqual(['ADDED', 'a']);
    expect(objects[1].metadata.annotations).toEqual({
      'k8s.io/initial-events-end': 'true',
    });
  });

  it('ends after its timeout with a bookmark', async () => {
    const path = `${MAPS}?watch=true&timeoutSeconds=5&allowWatchBookmarks=true`;
    const answer = client.raw(path);
    while (!Object.keys(cluster.counters.openWatches()).length)
      await client.raw('/version');
    clock.advance(5_000);
    expect((await answer).body.type).toBe('BOOKMARK');
    expect(cluster.counters.openWatches()).toEqual({});
  });
});

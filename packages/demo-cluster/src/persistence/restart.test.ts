// SPDX-License-Identifier: Apache-2.0
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '../ManualClock';
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import {
  NAMESPACE,
  namespace,
  ownedBy,
  replicaSet,
  rootJob,
} from '../testing/manifests';

jest.setTimeout(60_000);

const JOBS = `/apis/batch/v1/namespaces/${NAMESPACE}/jobs`;
const SETS = `/apis/apps/v1/namespaces/${NAMESPACE}/replicasets`;
const PODS = `/api/v1/namespaces/${NAMESPACE}/pods`;
const START = Date.parse('2026-11-20T12:00:00Z');
const ready = ([pod]: any[]) =>
  pod?.status.conditions?.some(
    (one: any) => one.type === 'Ready' && one.status === 'True',
  );

describe('a data directory', () => {
  let dataDir: string;
  let cluster: DemoCluster;
  let client: TestClient;

  const start = async (now: number) => {
    cluster = await startDemoCluster({
      dataDir,
      speed: 0,
      clock: new ManualClock(now),
      seed: [namespace()],
    });
    client = new TestClient(cluster);
  };
  const stop = async () => {
    client.close();
    await cluster.stop();
  };

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'demo-cluster-'));
    await start(START);
    TestClient.ok(await client.post(JOBS, rootJob('root')));
    const [root] = await client.until(JOBS, ([job]) => job.status?.startTime);
    TestClient.ok(await client.post(SETS, ownedBy(root, replicaSet('set'))));
    await client.until(PODS, ready);
  });

  afterEach(async () => {
    await stop();
    rmSync(dataDir, { recursive: true });
  });

  it('brings objects, tokens and versions back, and the pods run again', async () => {
    const { adminToken } = cluster;
    const { body } = await client.raw(PODS);
    await stop();
    await start(START + 1_000);
    expect(cluster.adminToken).toBe(adminToken);
    const [pod] = await client.until(
      PODS,
      ([one]) =>
        ready([one]) && one.status.containerStatuses[0].restartCount === 1,
    );
    expect(pod.metadata.uid).toBe(body.items[0].metadata.uid);
    expect(Number(pod.metadata.resourceVersion)).toBeGreaterThan(
      Number(body.metadata.resourceVersion),
    );
    const old = await client.raw(`${PODS}?watch=true&resourceVersion=1`);
    expect(old.body).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired' },
    });
  });

  it('ends what fell due while nobody was there', async () => {
    await stop();
    await start(START + 120_000);
    const left = await Promise.all(
      [JOBS, SETS, PODS].map(path => client.until(path, all => !all.length)),
    );
    expect(left.flat()).toEqual([]);
  });

  it('survives a line that a crash has torn', async () => {
    await stop();
    appendFileSync(
      join(dataDir, 'objects.jsonl'),
      '{"version":99999,"resource":"po',
    );
    await start(START);
    expect((await client.raw(SETS)).body.items).toHaveLength(1);
  });

  it('keeps secrets to its owner', () => {
    const modes = ['tokens.json', 'certificate.json', 'objects.jsonl'].map(
      name => statSync(join(dataDir, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });
});

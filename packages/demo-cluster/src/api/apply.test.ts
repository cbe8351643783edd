// SPDX-License-Identifier: Apache-2.0
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import {
  NAMESPACE,
  namespace,
  replicaSet,
  rootJob,
} from '../testing/manifests';

jest.setTimeout(60_000);

const MAPS = `/api/v1/namespaces/${NAMESPACE}/configmaps`;
const JOBS = `/apis/batch/v1/namespaces/${NAMESPACE}/jobs`;
const map = (data: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'm', namespace: NAMESPACE },
  data,
});

describe('server-side apply', () => {
  let cluster: DemoCluster;
  let client: TestClient;

  beforeAll(async () => {
    cluster = await startDemoCluster({ speed: 0, seed: [namespace()] });
    client = new TestClient(cluster);
  });

  afterEach(() => client.raw(MAPS, { method: 'DELETE' }));

  afterAll(async () => {
    client.close();
    await cluster.stop();
  });

  const apply = (data: Record<string, string>, query?: string) =>
    client.apply(`${MAPS}/m`, map(data), query);
  const dataOf = async () => (await client.raw(`${MAPS}/m`)).body.data;

  it('creates, and spends no version on the same again', async () => {
    const first = await apply({ a: '1' });
    expect(first.code).toBe(201);
    const second = await apply({ a: '1' });
    expect([second.code, second.body.metadata.resourceVersion]).toEqual([
      200,
      first.body.metadata.resourceVersion,
    ]);
  });

  it('is the whole will of its manager: what is no longer named goes', async () => {
    await apply({ a: '1', b: '1' });
    await apply({ b: '2' });
    expect(await dataOf()).toEqual({ b: '2' });
  });

  it('leaves what others own', async () => {
    await apply({ a: '1' });
    await apply({ b: '1' }, 'fieldManager=other');
    await apply({ a: '2' });
    expect(await dataOf()).toEqual({ a: '2', b: '1' });
  });

  it('refuses to change what another manager applied, naming manager and field', async () => {
    await apply({ a: '1' }, 'fieldManager=other');
    const { code, body } = await apply({ a: '2' });
    expect(code).toBe(409);
    expect(body.message).toBe(
      'Apply failed with 1 conflict: conflict with "other": .data.a',
    );
    expect(body.details.causes).toEqual([
      {
        reason: 'FieldManagerConflict',
        message: 'conflict with "other"',
        field: '.data.a',
      },
    ]);
  });

  it('takes fields over by force', async () => {
    await apply({ a: '1' }, 'fieldManager=other');
    expect((await apply({ a: '2' }, 'fieldManager=test&force=true')).code).toBe(
      200,
    );
    const { managedFields } = (await client.raw(`${MAPS}/m`)).body.metadata;
    expect(managedFields.map(({ manager }: any) => manager)).toEqual(['test']);
  });

  it('shares a field on which both agree, until both let go of it', async () => {
    await apply({ a: '1' }, 'fieldManager=other');
    await apply({ a: '1' });
    await apply({}, 'fieldManager=other');
    expect(await dataOf()).toEqual({ a: '1' });
    await apply({});
    expect(await dataOf()).toBeUndefined();
  });

  it('conflicts with a merge patch of the same manager name', async () => {
    await apply({ a: '1' });
    await client.raw(`${MAPS}/m?fieldManager=test`, {
      method: 'PATCH',
      contentType: 'application/merge-patch+json',
      body: { data: { a: '2' } },
    });
    const { code, body } = await apply({ a: '3' });
    expect([code, body.message]).toEqual([
      409,
      'Apply failed with 1 conflict: conflict with "test" using v1: .data.a',
    ]);
  });

  it('does nothing in a dry run', async () => {
    const { code, body } = await apply(
      { a: '1' },
      'fieldManager=test&dryRun=All',
    );
    expect([code, body.data]).toEqual([201, { a: '1' }]);
    expect((await client.raw(`${MAPS}/m`)).code).toBe(404);
  });

  it('needs a manager', async () => {
    const { code, body } = await client.apply(`${MAPS}/m`, map({}), '');
    expect([code, body.message]).toEqual([
      422,
      expect.stringContaining(
        'fieldManager: Required value: is required for apply patch',
      ),
    ]);
  });

  it('refuses fields that the kind does not have', async () => {
    const { code, body } = await client.apply(`${MAPS}/m`, {
      ...map({}),
      dta: {},
    });
    expect([code, body.message]).toEqual([
      500,
      'failed to create typed patch object (shop/m; /v1, Kind=ConfigMap): .dta: field not declared in schema',
    ]);
  });

  it('merges containers by name and ports by number', async () => {
    const path = `/apis/apps/v1/namespaces/${NAMESPACE}/replicasets/set`;
    const set = replicaSet('set', { replicas: 0 });
    await client.apply(path, set);
    const extra = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: { name: 'set' },
      spec: {
        template: {
          spec: {
            containers: [{ name: 'app', env: [{ name: 'A', value: '1' }] }],
          },
        },
      },
    };
    await client.apply(path, extra, 'fieldManager=other');
    await client.apply(path, set);
    const [app] = (await client.raw(path)).body.spec.template.spec.containers;
    expect(app).toMatchObject({
      image: 'shop/checkout:stable',
      env: [{ name: 'A', value: '1' }],
      ports: [{ containerPort: 8080 }],
    });
  });

  it('removes the deadline of a Job that is applied without one', async () => {
    await client.apply(`${JOBS}/j`, rootJob('j'));
    const { activeDeadlineSeconds, ...spec } = rootJob('j').spec;
    expect(activeDeadlineSeconds).toBe(60);
    await client.apply(`${JOBS}/j`, { ...rootJob('j'), spec });
    expect(
      (await client.raw(`${JOBS}/j`)).body.spec.activeDeadlineSeconds,
    ).toBeUndefined();
  });

  it('never changes the template of a Job', async () => {
    await client.apply(`${JOBS}/fixed`, rootJob('fixed'));
    const job = rootJob('fixed');
    job.spec.template.spec.containers[0].image = 'other:1';
    const { code, body } = await client.apply(`${JOBS}/fixed`, job);
    expect([code, body.message]).toEqual([
      422,
      expect.stringMatching(
        /^Job.batch "fixed" is invalid: spec.template: Invalid value: .*: field is immutable$/,
      ),
    ]);
  });
});

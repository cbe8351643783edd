// SPDX-License-Identifier: Apache-2.0
import type { TargetRef } from '@preview-environments/backstage-plugin-preview-common';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import type { Resource } from '../kubernetes/cluster/resources';
import { resolveTarget } from '../kubernetes/preflight/resolve';
import { resolveWorkload, targetExists } from './workload';

const template = { spec: { containers: [{ name: 'web', image: 'shop/web' }] } };
const owner = (kind: string, name: string) => [
  { apiVersion: 'v1', kind, name, uid: 'u', controller: true },
];
const OBJECTS: Record<string, object> = {
  'rollouts/web': {
    kind: 'Rollout',
    metadata: { name: 'web' },
    spec: { template },
  },
  'rollouts/refers': {
    kind: 'Rollout',
    metadata: { name: 'refers' },
    spec: { workloadRef: { kind: 'Deployment', name: 'web' } },
  },
  'replicasets/web-1': {
    metadata: { name: 'web-1', ownerReferences: owner('Rollout', 'web') },
  },
  'pods/web-1-x': {
    metadata: {
      name: 'web-1-x',
      ownerReferences: owner('ReplicaSet', 'web-1'),
    },
  },
};
const cluster = {
  client: {
    find: async (resource: Resource, _: string | null, name: string) =>
      OBJECTS[`${resource.plural}/${name}`] ?? null,
  },
} as unknown as Cluster;
const at = (kind: TargetRef['kind'], name: string) => ({
  cluster: 'staging',
  namespace: 'shop',
  target: { kind, name },
});

describe('workloads that the operator can copy', () => {
  it.each([
    at('rollout', 'web'),
    at('replicaset', 'web-1'),
    at('pod', 'web-1-x'),
  ])('are Argo Rollouts too, by $target', async target => {
    expect(await resolveWorkload(cluster, target)).toMatchObject({
      target: { kind: 'rollout', name: 'web' },
      container: 'web',
      image: 'shop/web',
    });
    await expect(resolveTarget(cluster, target)).rejects.toMatchObject({
      code: 'TargetUnsupported',
    });
  });

  it('need a template of their own', async () => {
    await expect(
      resolveWorkload(cluster, at('rollout', 'refers')),
    ).rejects.toMatchObject({
      code: 'TargetUnsupported',
      hint: expect.stringContaining('workloadRef'),
    });
  });

  it('are known to be gone', async () => {
    expect(await targetExists(cluster, at('rollout', 'gone'))).toBe(false);
    expect(await targetExists(cluster, at('rollout', 'web'))).toBe(true);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { findKubectl, runKubectl } from '../testing/kubectl';
import { deployment, namespace, service } from '../testing/manifests';

jest.setTimeout(120_000);

const binary = findKubectl();

(binary ? describe : describe.skip)('plain kubectl', () => {
  let cluster: DemoCluster;
  let folder: string;

  beforeAll(async () => {
    cluster = await startDemoCluster({ speed: 0, seed: [namespace()] });
    folder = mkdtempSync(join(tmpdir(), 'demo-kubectl-'));
    writeFileSync(
      join(folder, 'kubeconfig'),
      cluster.kubeconfig([{ context: 'demo', namespace: 'shop' }]),
    );
    const manifests = [deployment('web'), service('web', { app: 'web' })];
    writeFileSync(
      join(folder, 'web.yaml'),
      manifests.map(object => dump(object)).join('---\n'),
    );
  });

  afterAll(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true });
  });

  const kubectl = async (line: string) => {
    const args = line.replace('FILE', join(folder, 'web.yaml')).split(' ');
    const { code, stdout, stderr } = await runKubectl(
      binary!,
      join(folder, 'kubeconfig'),
      args,
    );
    return code === 0 ? stdout : `failed: ${stderr}`;
  };

  it('applies, shows, describes, changes and deletes', async () => {
    expect(await kubectl('apply --server-side -f FILE')).toBe(
      'deployment.apps/web serverside-applied\nservice/web serverside-applied\n',
    );
    expect(await kubectl('apply -f FILE --dry-run=server')).toMatch(
      /deployment.apps\/web .*\(server dry run\)/,
    );
    expect(await kubectl('rollout status deployment/web')).toContain(
      'successfully rolled out',
    );
    expect(await kubectl('get deployments')).toMatch(
      /^NAME +READY +UP-TO-DATE +AVAILABLE +AGE\nweb +1\/1 +1 +1 +\d+s\n$/,
    );
    expect(await kubectl('get pods -o wide')).toMatch(
      /web-\S+ +1\/1 +Running +0 +\d+s +127\.\d+\.\d+\.\d+ +demo-node/,
    );
    expect(await kubectl('describe pod -l app=web')).toMatch(
      /Normal +Started .* kubelet +Started container app/,
    );
    expect(await kubectl('logs deployment/web')).toContain(
      'starting app from image shop/checkout:stable',
    );
    expect(await kubectl('scale deployment web --replicas=2')).toBe(
      'deployment.apps/web scaled\n',
    );
    expect(
      await kubectl('patch service web -p {"metadata":{"labels":{"a":"b"}}}'),
    ).toBe('service/web patched\n');
    expect(await kubectl('get services -l a=b -o name')).toBe('service/web\n');
    expect(await kubectl('get events')).toContain('Scaled up replica set web-');
    expect(await kubectl('delete -f FILE')).toMatch(
      /^deployment.apps "web" deleted.*\nservice "web" deleted/,
    );
  });

  it('learns what it may and what there is', async () => {
    expect(await kubectl('auth can-i create pods')).toBe('yes\n');
    expect(await kubectl('api-resources --api-group=apps -o name')).toBe(
      'daemonsets.apps\ndeployments.apps\nreplicasets.apps\nstatefulsets.apps\n',
    );
    expect(await kubectl('get httproutes')).toBe('');
  });

  it('is told what the demo cluster does not do', async () => {
    await kubectl('apply --server-side -f FILE');
    await kubectl('rollout status deployment/web');
    expect(await kubectl('exec deployment/web -- ls')).toContain(
      'The demo cluster does not serve the subresource pods/exec.',
    );
  });
});

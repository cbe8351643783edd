// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shipped } from '../fixtures/deployed';
import { SERVICE_NAME } from '../fixtures/manifests';
import type { World } from '../fixtures/World';
import { aBackend, type RunningBackend } from './aBackend';
import { shopEntities } from './catalog';
import { emptyDatabase, type Engine } from './product';

/** A backend that works in a world as the account we ship; its catalog has `checkout`. */
export async function aBackendOn(
  world: World,
  engine: Engine,
): Promise<RunningBackend> {
  const account = await accountFile(world);
  const { gateway } = world.server;
  const backend = await aBackend(
    await emptyDatabase(engine),
    { kubeconfig: account.file, gateway },
    {
      clusters: [
        {
          name: world.cluster,
          kubeconfig: { file: account.file },
          namespaces: [world.namespace],
          driver: 'kubernetes',
          gateway: { url: gateway.url, probePath: '/healthz' },
        },
      ],
    },
    [checkoutEntity(world)],
  );
  return {
    ...backend,
    async stop() {
      await backend.stop();
      account.remove();
    },
  };
}

/** The component of the demo's catalog, as the one that runs in this world. */
function checkoutEntity({ cluster, namespace }: World): Entity {
  const entity = shopEntities().find(
    ({ metadata }) => metadata.name === SERVICE_NAME,
  )!;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        'preview-environments.io/cluster': cluster,
        'preview-environments.io/namespace': namespace,
        'preview-environments.io/target': `deployment/${SERVICE_NAME}`,
      },
    },
  };
}

/** The kubeconfig of the account that has the Role we ship, as a file. */
async function accountFile({ server, namespace }: World) {
  const [{ metadata }] = shipped('rbac/serviceaccount.yaml');
  const folder = mkdtempSync(join(tmpdir(), 'preview-account-'));
  const file = join(folder, 'kubeconfig');
  writeFileSync(file, await server.kubeconfigOf(namespace, metadata.name!), {
    mode: 0o600,
  });
  return {
    file,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

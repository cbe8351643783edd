// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { emptyDatabase } from '../backend/product';
import { bodyOf } from '../contract/gateway/pods';
import { shipped } from '../fixtures/deployed';
import { realServer } from '../fixtures/realServer';
import { until } from '../fixtures/until';
import { World } from '../fixtures/World';
import { checkoutEntity, createCheckout } from './checkout';
import { PATIENCE, readSettings } from './settings';

/** The whole product over a cluster whose pods are real containers. */
export interface PortalOnPods {
  world: World;
  backend: RunningBackend;
  repository: string;
  /** The gateway's address. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a gateway and a backend on the cluster of the environment's
 * settings; `checkout` answers through the gateway then.
 *
 * @throws Error naming the setting that is missing
 */
export async function aPortalOnPods(): Promise<PortalOnPods> {
  const { kubeconfig, repository } = readSettings(process.env);
  // What was started is ended in the opposite order, also when a start fails.
  const ends: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of ends.reverse()) {
      await end();
    }
  };
  try {
    const server = await realServer(kubeconfig);
    ends.push(() => server.stop());
    const world = await World.create(server, { watched: false });
    ends.push(() => world.destroy());
    await createCheckout(world, repository);
    const account = await accountFile(world);
    ends.push(async () => account.remove());
    const { gateway } = server;
    await until(
      'an answer of checkout',
      () => bodyOf(gateway.url),
      answer => answer === '200 stable',
      PATIENCE,
    );
    const backend = await aBackend(
      await emptyDatabase('SQLITE_3'),
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
    ends.push(() => backend.stop());
    return { world, backend, repository, url: gateway.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The kubeconfig of the account that has the Role we ship, as a file. */
async function accountFile({ server, namespace }: World) {
  const [{ metadata }] = shipped('rbac/serviceaccount.yaml');
  const folder = mkdtempSync(join(tmpdir(), 'preview-pods-'));
  const file = join(folder, 'kubeconfig');
  writeFileSync(file, await server.kubeconfigOf(namespace, metadata.name!), {
    mode: 0o600,
  });
  return {
    file,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

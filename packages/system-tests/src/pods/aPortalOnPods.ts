// SPDX-License-Identifier: Apache-2.0
import type { RunningBackend } from '../backend/aBackend';
import { aBackendOn } from '../backend/aBackendOn';
import { bodyOf } from '../contract/gateway/pods';
import { realServer } from '../fixtures/realServer';
import { until } from '../fixtures/until';
import { World } from '../fixtures/World';
import { createCheckout } from './checkout';
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
    const { gateway } = server;
    await until(
      'an answer of checkout',
      () => bodyOf(gateway.url),
      answer => answer === '200 stable',
      PATIENCE,
    );
    const backend = await aBackendOn(world, 'SQLITE_3');
    ends.push(() => backend.stop());
    return { world, backend, repository, url: gateway.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

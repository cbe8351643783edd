// SPDX-License-Identifier: Apache-2.0
import {
  accounts,
  type DemoCluster,
  type RequestCount,
  type RunningGateway,
  seedObjects,
  startDemoCluster,
  startGateway,
  systemClock,
  systemNamespace,
} from '@preview-environments/demo-cluster';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromText } from '../fixtures/kubeConfigs';
import {
  HTTP_ROUTES,
  JOBS,
  KubeClient,
  KubeHttp,
  type KubeObject,
  OURS,
  PODS,
  REPLICA_SETS,
  type Resource,
  SERVICES,
} from '../fixtures/product';
import { until } from '../fixtures/until';

const LISTENER_PORT = 8088;
const DEPLOYMENTS: [string, string][] = [
  ['shop', 'checkout'],
  ['shop-web', 'storefront'],
  ['shop-inventory', 'inventory'],
];

/** The objects that a preview consists of. */
export const KINDS_OF_A_PREVIEW: Resource[] = [
  JOBS,
  REPLICA_SETS,
  PODS,
  SERVICES,
  HTTP_ROUTES,
];

/** The demo's cluster with its shop and its gateway, in this process. */
export interface Shop {
  cluster: DemoCluster;
  gateway: RunningGateway;
  admin: KubeClient;
  /** File with the contexts `portal` and `portal-restricted`. */
  kubeconfig: string;
  /** Our objects of one kind, in one namespace. */
  ours(resource: Resource, namespace?: string): Promise<any[]>;
  /** Every object of ours in a namespace. */
  allOurs(namespace?: string): Promise<KubeObject[]>;
  /** Requests of the portal's account so far. */
  requests(): RequestCount[];
  /** Watches of the portal's account that are open now, by resource. */
  watches(): Record<string, number>;
  stop(): Promise<void>;
}

const account = (name: string) => ({ namespace: systemNamespace, name });

/** Starts it; all services of the shop answer then. */
export async function aShop(
  options: { speed?: number; seed?: (object: any) => void } = {},
): Promise<Shop> {
  const objects = seedObjects({ gatewayPort: LISTENER_PORT });
  objects.forEach(object => options.seed?.(object));
  const cluster = await startDemoCluster({
    speed: options.speed ?? 0,
    seed: objects,
  });
  const gateway = await startGateway({
    kubeConfig: fromText(
      cluster.kubeconfig([
        { context: 'gateway', serviceAccount: account(accounts.gateway) },
      ]),
    ),
    port: 0,
    listenerPort: LISTENER_PORT,
    clock: systemClock,
  });
  await gateway.ready;
  const folder = mkdtempSync(join(tmpdir(), 'preview-shop-'));
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(
    kubeconfig,
    cluster.kubeconfig([
      { context: 'portal', serviceAccount: account(accounts.portal) },
      {
        context: 'portal-restricted',
        serviceAccount: account(accounts.restrictedPortal),
      },
    ]),
    { mode: 0o600 },
  );
  const http = new KubeHttp(fromText(cluster.kubeconfig()));
  const admin = new KubeClient(http);
  await Promise.all(
    DEPLOYMENTS.map(([, name]) =>
      until(
        `an answer of ${name}`,
        () => fetch(`${gateway.url}/${name}`),
        answer => answer.ok,
      ),
    ),
  );
  const ours = async (resource: Resource, namespace = 'shop') =>
    (await admin.list(resource, namespace, { labelSelector: OURS })).items;
  return {
    cluster,
    gateway,
    admin,
    kubeconfig,
    ours,
    allOurs: async namespace =>
      (
        await Promise.all(
          KINDS_OF_A_PREVIEW.map(resource => ours(resource, namespace)),
        )
      ).flat(),
    requests: () =>
      cluster.counters
        .requests()
        .filter(({ subject }) => subject.endsWith(`:${accounts.portal}`)),
    watches: () =>
      Object.fromEntries(
        Object.entries(cluster.counters.openWatches()).filter(([name]) =>
          name.endsWith(`:${accounts.portal}`),
        ),
      ),
    async stop() {
      http.close();
      await gateway.stop();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

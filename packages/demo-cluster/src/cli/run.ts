// SPDX-License-Identifier: Apache-2.0
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { systemClock } from '../clock';
import { startGateway } from '../gateway';
import { readOrCreate, writePrivate } from '../persistence/privateFile';
import { startOperator } from '../operator';
import { accounts, seedObjects, systemNamespace } from '../shop';
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { CliOptions } from './options';

export interface Running {
  where: { api?: string; gateway?: string; kubeconfig: string };
  stop(): Promise<void>;
}

// What a listener says when the gateway may take any free port.
const ANY_LISTENER_PORT = 80;

const account = (name: string) => ({ namespace: systemNamespace, name });

/** Starts what the options name; resolves when it serves. */
export async function run(options: CliOptions): Promise<Running> {
  if (options.only === 'gateway') return runGateway(options);
  const data = resolve(options.data);
  if (options.reset) rmSync(data, { recursive: true, force: true });
  const cluster = await startDemoCluster({
    dataDir: data,
    apiPort: options.apiPort,
    speed: options.speed,
    seed: () =>
      seedObjects({ gatewayPort: listenerPort(data, options.gatewayPort) }),
  });
  const kubeconfig = join(data, 'kubeconfig');
  writePrivate(kubeconfig, kubeconfigFor(cluster));
  if (options.only === 'api') {
    return {
      where: { api: cluster.url, kubeconfig },
      stop: () => cluster.stop(),
    };
  }
  const clock = systemClock;
  const operator = startOperator({
    kubeConfig: kubeConfigAs(cluster, accounts.operator),
    clock,
  });
  const gateway = await startGateway({
    kubeConfig: kubeConfigAs(cluster, accounts.gateway),
    port: options.gatewayPort,
    listenerPort: listenerPort(data, options.gatewayPort),
    clock,
    agents: operator.agents,
  });
  await gateway.ready;
  return {
    where: {
      api: cluster.url,
      gateway: `http://localhost:${gateway.port}`,
      kubeconfig,
    },
    async stop() {
      operator.stop();
      await gateway.stop();
      await cluster.stop();
    },
  };
}

/** The shop's Gateway keeps the listener port that it was made with, whatever port is bound later. */
function listenerPort(data: string, port: number): number {
  return readOrCreate(join(data, 'listener.json'), () => ({
    port: port || ANY_LISTENER_PORT,
  })).port;
}

function kubeConfigAs(cluster: DemoCluster, name: string): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromString(
    cluster.kubeconfig([{ context: name, serviceAccount: account(name) }]),
  );
  return kubeConfig;
}

function kubeconfigFor(cluster: DemoCluster): string {
  return cluster.kubeconfig([
    { context: 'demo' },
    { context: 'portal', serviceAccount: account(accounts.portal) },
    {
      context: 'portal-restricted',
      serviceAccount: account(accounts.restrictedPortal),
    },
    {
      context: 'portal-mirrord',
      serviceAccount: account(accounts.mirrordPortal),
    },
  ]);
}

/** The gateway alone, for a cluster that exists. */
async function runGateway({
  kubeconfig,
  context,
  gatewayPort,
}: CliOptions): Promise<Running> {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(kubeconfig!);
  if (context) kubeConfig.setCurrentContext(context);
  const gateway = await startGateway({
    kubeConfig,
    port: gatewayPort,
    clock: systemClock,
  });
  await gateway.ready;
  return {
    where: {
      gateway: `http://localhost:${gateway.port}`,
      kubeconfig: kubeconfig!,
    },
    stop: () => gateway.stop(),
  };
}

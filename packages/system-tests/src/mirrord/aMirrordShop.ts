// SPDX-License-Identifier: Apache-2.0
import {
  accounts,
  type DemoCluster,
  previewOfPayments,
  type RunningGateway,
  seedObjects,
  startDemoCluster,
  startGateway,
  startOperator,
  systemClock,
  systemNamespace,
} from '@preview-environments/demo-cluster';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromText } from '../fixtures/kubeConfigs';
import { KubeHttp, resourcePath } from '../fixtures/product';
import { until } from '../fixtures/until';
import { type MirrordSession, PREVIEW_SESSIONS } from './product';

const LISTENER_PORT = 8088;
export const NAMESPACE = 'shop-payments';

/** The demo's cluster with its operator, and what its own client would do. */
export interface MirrordShop {
  cluster: DemoCluster;
  gateway: RunningGateway;
  /** With the context `portal-mirrord`. */
  kubeconfig: string;
  sessions(): Promise<MirrordSession[]>;
  /** As the operator's own client starts one. */
  startElsewhere(
    name: string,
    spec?: Partial<MirrordSession['spec']>,
  ): Promise<MirrordSession>;
  removeElsewhere(name: string): Promise<void>;
  /** The image that answers a request to `payments`. */
  answers(headers?: Record<string, string>): Promise<string>;
  stop(): Promise<void>;
}

export async function aMirrordShop(): Promise<MirrordShop> {
  const cluster = await startDemoCluster({
    speed: 0,
    seed: seedObjects({ gatewayPort: LISTENER_PORT }),
  });
  const account = (context: string, name: string) => ({
    context,
    serviceAccount: { namespace: systemNamespace, name },
  });
  const as = (name: string) =>
    fromText(cluster.kubeconfig([account(name, name)]));
  const operator = startOperator({
    kubeConfig: as(accounts.operator),
    clock: systemClock,
  });
  const gateway = await startGateway({
    kubeConfig: as(accounts.gateway),
    port: 0,
    listenerPort: LISTENER_PORT,
    clock: systemClock,
    agents: operator.agents,
  });
  await gateway.ready;
  const answer = (headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/payments`, { headers });
  await until('an answer of payments', answer, ({ ok }) => ok);
  const folder = mkdtempSync(join(tmpdir(), 'preview-mirrord-'));
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(
    kubeconfig,
    cluster.kubeconfig([account('portal-mirrord', accounts.mirrordPortal)]),
    { mode: 0o600 },
  );
  const http = new KubeHttp(fromText(cluster.kubeconfig()));
  const send = <T>(
    method: 'GET' | 'POST' | 'DELETE',
    name = '',
    body?: object,
  ) =>
    http.json<T>({
      method,
      path: resourcePath(PREVIEW_SESSIONS, NAMESPACE, name || undefined),
      label: `${method} session`,
      ...(body && { body: { type: 'application/json', content: body } }),
    });
  return {
    cluster,
    gateway,
    kubeconfig,
    sessions: async () =>
      (await send<{ items: MirrordSession[] }>('GET')).items,
    startElsewhere: (name, spec = {}) =>
      send<MirrordSession>('POST', '', previewOfPayments(name, spec)),
    removeElsewhere: async name => {
      await send('DELETE', name);
    },
    answers: async headers => (await (await answer(headers)).json()).image,
    async stop() {
      http.close();
      operator.stop();
      await gateway.stop();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

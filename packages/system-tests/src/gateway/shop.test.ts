// SPDX-License-Identifier: Apache-2.0
import { KubeConfig, KubernetesObject } from '@kubernetes/client-node';
import {
  accounts,
  DemoCluster,
  RunningGateway,
  seedObjects,
  startDemoCluster,
  startGateway,
  systemClock,
  systemNamespace,
} from '@preview-environments/demo-cluster';
import { firstSeen } from '../contract/gateway/firstSeen';

jest.setTimeout(60_000);

const listenerPort = 8088;
const services = [
  ['shop', 'checkout'],
  ['shop-web', 'storefront'],
  ['shop-inventory', 'inventory'],
];

interface Deployment extends KubernetesObject {
  spec: { replicas: number };
  status?: { availableReplicas?: number };
}

let cluster: DemoCluster;
let gateway: RunningGateway;
let admin: KubeConfig;

const kubeConfig = (text: string) => {
  const loaded = new KubeConfig();
  loaded.loadFromString(text);
  return loaded;
};

beforeAll(async () => {
  cluster = await startDemoCluster({
    speed: 0,
    seed: seedObjects({ gatewayPort: listenerPort }),
  });
  admin = kubeConfig(cluster.kubeconfig());
  const serviceAccount = { namespace: systemNamespace, name: accounts.gateway };
  gateway = await startGateway({
    kubeConfig: kubeConfig(
      cluster.kubeconfig([{ context: 'gateway', serviceAccount }]),
    ),
    port: 0,
    listenerPort,
    clock: systemClock,
  });
  await gateway.ready;
});

afterAll(async () => {
  await gateway?.stop();
  await cluster?.stop();
});

it.each(services)(
  '%s/%s is up and answers by its path',
  async (namespace, name) => {
    await firstSeen<Deployment>(
      admin,
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
      name,
      ({ spec, status }) => status?.availableReplicas === spec.replicas,
    );
    let answer = await fetch(`${gateway.url}/${name}`);
    while (answer.status === 503)
      answer = await fetch(`${gateway.url}/${name}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`shop/${name}:`);
  },
);

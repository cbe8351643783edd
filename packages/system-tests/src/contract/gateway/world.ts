// SPDX-License-Identifier: Apache-2.0
import { networkInterfaces } from 'node:os';
import {
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
  RbacAuthorizationV1Api,
} from '@kubernetes/client-node';
import {
  demoControllerName,
  gatewayRules,
} from '@preview-environments/demo-cluster';
import { ClusterUnderTest } from './clusters';
import { firstSeen } from './firstSeen';

/**
 * An address under which this machine's ports can stand for pods: API servers refuse loopback
 * addresses in endpoints.
 */
export function podAddress(): string {
  const found = Object.values(networkInterfaces())
    .flatMap(entries => entries ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!found) {
    throw new Error(
      'This suite needs a network interface with an IPv4 address beside the loopback one.',
    );
  }
  return found.address;
}

/** A namespace of its own on a cluster, with an account for the gateway in it. */
export class TestWorld {
  readonly #objects: KubernetesObjectApi;
  readonly #created: KubernetesObject[] = [];

  private constructor(
    private readonly cluster: ClusterUnderTest,
    readonly namespace: string,
    private readonly hasSlices: boolean,
  ) {
    this.#objects = KubernetesObjectApi.makeApiClient(cluster.admin);
  }

  static async create(cluster: ClusterUnderTest): Promise<TestWorld> {
    const { admin } = cluster;
    const core = admin.makeApiClient(CoreV1Api);
    const { metadata } = await core.createNamespace({
      body: { metadata: { generateName: 'gateway-' } },
    });
    const hasSlices = await admin
      .makeApiClient(CustomObjectsApi)
      .getAPIResources({ group: 'discovery.k8s.io', version: 'v1' })
      .then(
        () => true,
        () => false,
      );
    return new TestWorld(cluster, metadata!.name!, hasSlices);
  }

  /** Unique on the cluster, for what belongs to no namespace. */
  get controllerName(): string {
    return `${demoControllerName}-${this.namespace}`;
  }

  async create(manifest: Record<string, unknown>): Promise<KubernetesObject> {
    const object = await this.#objects.create(manifest as KubernetesObject);
    if (!object.metadata?.namespace) this.#created.push(object);
    return object;
  }

  async delete(manifest: KubernetesObject): Promise<void> {
    await this.#objects.delete(manifest);
  }

  /** A kubeconfig of an account that may do what the gateway says it needs, and nothing else. */
  async gatewayAccount(): Promise<KubeConfig> {
    const { namespace } = this;
    const name = 'gateway';
    const metadata = { name: namespace };
    const core = this.cluster.admin.makeApiClient(CoreV1Api);
    const rbac = this.cluster.admin.makeApiClient(RbacAuthorizationV1Api);
    await core.createNamespacedServiceAccount({
      namespace,
      body: { metadata: { name } },
    });
    await rbac.createClusterRole({ body: { metadata, rules: gatewayRules } });
    await rbac.createClusterRoleBinding({
      body: {
        metadata,
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: namespace,
        },
        subjects: [{ kind: 'ServiceAccount', name, namespace }],
      },
    });
    for (const kind of ['ClusterRole', 'ClusterRoleBinding']) {
      const apiVersion = 'rbac.authorization.k8s.io/v1';
      this.#created.push({ apiVersion, kind, metadata });
    }
    return this.cluster.kubeConfigOf(namespace, name);
  }

  /** A Service without selector; its endpoints are what `publish` says. */
  async service(name: string): Promise<void> {
    await this.create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: this.namespace },
      spec: { ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    });
  }

  /** Makes a port of this machine the one ready endpoint of a Service, in one write. */
  async publish(service: string, port: number): Promise<void> {
    const metadata = { name: service, namespace: this.namespace };
    const ip = podAddress();
    const ports = [{ name: 'http', port, protocol: 'TCP' }];
    if (!this.hasSlices) {
      await this.#apply({
        apiVersion: 'v1',
        kind: 'Endpoints',
        metadata,
        subsets: [{ addresses: [{ ip }], ports }],
      });
      return;
    }
    await this.#apply({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        ...metadata,
        labels: { 'kubernetes.io/service-name': service },
      },
      addressType: 'IPv4',
      ports,
      endpoints: [{ addresses: [ip], conditions: { ready: true } }],
    });
  }

  async #apply(manifest: KubernetesObject & Record<string, unknown>) {
    await this.#objects.patch(
      manifest,
      undefined,
      undefined,
      'gateway-test',
      true,
      'application/apply-patch+yaml',
    );
  }

  /** Resolves with an object of a Gateway API kind as soon as it is as wanted. */
  until<T extends KubernetesObject>(
    plural: 'gatewayclasses' | 'gateways' | 'httproutes',
    name: string,
    wanted: (object: T) => boolean,
  ): Promise<T> {
    const scope =
      plural === 'gatewayclasses' ? '' : `/namespaces/${this.namespace}`;
    return firstSeen(
      this.cluster.admin,
      `/apis/gateway.networking.k8s.io/v1${scope}/${plural}`,
      name,
      wanted,
    );
  }

  async remove(): Promise<void> {
    for (const object of this.#created) await this.delete(object);
    await this.cluster.admin
      .makeApiClient(CoreV1Api)
      .deleteNamespace({ name: this.namespace });
  }
}

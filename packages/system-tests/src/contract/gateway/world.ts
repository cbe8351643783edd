// SPDX-License-Identifier: Apache-2.0
import { networkInterfaces } from 'node:os';
import {
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
} from '@kubernetes/client-node';
import type { TestServer } from '../../fixtures/TestServer';
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

/** A namespace of its own on a cluster. */
export class TestWorld {
  readonly #objects: KubernetesObjectApi;

  private constructor(
    private readonly admin: KubeConfig,
    readonly namespace: string,
    private readonly hasSlices: boolean,
  ) {
    this.#objects = KubernetesObjectApi.makeApiClient(admin);
  }

  static async create({ admin }: TestServer): Promise<TestWorld> {
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
    return new TestWorld(admin, metadata!.name!, hasSlices);
  }

  create(manifest: Record<string, unknown>): Promise<KubernetesObject> {
    return this.#objects.create(manifest as KubernetesObject);
  }

  async delete(manifest: KubernetesObject): Promise<void> {
    await this.#objects.delete(manifest);
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
      this.admin,
      `/apis/gateway.networking.k8s.io/v1${scope}/${plural}`,
      name,
      wanted,
    );
  }

  async remove(): Promise<void> {
    await this.admin
      .makeApiClient(CoreV1Api)
      .deleteNamespace({ name: this.namespace });
  }
}

// SPDX-License-Identifier: Apache-2.0
import {
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
} from '@kubernetes/client-node';
import { KubeObject } from '../objects';

/** A page of objects with the version from which a watch goes on. */
export interface ObjectList {
  items: KubeObject[];
  metadata?: { resourceVersion?: string };
}

/** How to list and watch one kind across all namespaces. */
export interface KindSource {
  /** Path of the collection, below the server's address. */
  path: string;
  list(): Promise<ObjectList>;
}

/** A kind of a named API group, listed as raw JSON. */
export function groupKind(
  kubeConfig: KubeConfig,
  group: string,
  version: string,
  plural: string,
): KindSource {
  const api = kubeConfig.makeApiClient(CustomObjectsApi);
  return {
    path: `/apis/${group}/${version}/${plural}`,
    list: () => api.listClusterCustomObject({ group, version, plural }),
  };
}

async function isServed(
  kubeConfig: KubeConfig,
  group: string,
  version: string,
  plural: string,
): Promise<boolean> {
  try {
    const { resources } = await kubeConfig
      .makeApiClient(CustomObjectsApi)
      .getAPIResources({ group, version });
    return resources.some(({ name }) => name === plural);
  } catch (error) {
    if ((error as { code?: number }).code === 404) return false;
    throw error;
  }
}

const none: KindSource[] = [];

/**
 * The kinds that routing depends on. Asks the server which of the optional ones it serves:
 * ReferenceGrants need not exist, and servers before 1.21 know Endpoints only.
 * Throws what the server or the network answered.
 */
export async function routingKinds(kubeConfig: KubeConfig) {
  const gatewayApi = 'gateway.networking.k8s.io';
  const discovery = 'discovery.k8s.io';
  const core = kubeConfig.makeApiClient(CoreV1Api);
  const grants = await isServed(
    kubeConfig,
    gatewayApi,
    'v1beta1',
    'referencegrants',
  );
  const slices = await isServed(kubeConfig, discovery, 'v1', 'endpointslices');
  return {
    gatewayClasses: [groupKind(kubeConfig, gatewayApi, 'v1', 'gatewayclasses')],
    gateways: [groupKind(kubeConfig, gatewayApi, 'v1', 'gateways')],
    httpRoutes: [groupKind(kubeConfig, gatewayApi, 'v1', 'httproutes')],
    referenceGrants: grants
      ? [groupKind(kubeConfig, gatewayApi, 'v1beta1', 'referencegrants')]
      : none,
    services: [
      {
        path: '/api/v1/services',
        list: () => core.listServiceForAllNamespaces() as Promise<ObjectList>,
      },
    ],
    namespaces: [
      {
        path: '/api/v1/namespaces',
        list: () => core.listNamespace() as Promise<ObjectList>,
      },
    ],
    endpointSlices: slices
      ? [groupKind(kubeConfig, discovery, 'v1', 'endpointslices')]
      : none,
    endpoints: slices
      ? none
      : [
          {
            path: '/api/v1/endpoints',
            list: () =>
              core.listEndpointsForAllNamespaces() as Promise<ObjectList>,
          },
        ],
  };
}

// SPDX-License-Identifier: Apache-2.0
import { Manifest, nameLabel, shopLabels } from './Manifest';

/** What differs between the services of the shop. */
export interface ShopService {
  name: string;
  namespace: string;
  replicas: number;
  /** Ports of the Service; each targets the container port of the same name. */
  ports: { name: string; port: number }[];
  /** Annotations of the Deployment beside the one that names the entity. */
  annotations?: Record<string, string>;
  /** The pod's spec; its service account is added. */
  podSpec: Record<string, unknown>;
}

/** The port of the Gateway's routes to every service. */
export const httpPort = { name: 'http', port: 80 };

function deployment(service: ShopService): Manifest {
  const { name, namespace, replicas, annotations, podSpec } = service;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      labels: shopLabels(name),
      annotations: {
        'preview-environments.io/entity': `component:default/${name}`,
        ...annotations,
      },
    },
    spec: {
      replicas,
      selector: { matchLabels: { [nameLabel]: name } },
      template: {
        metadata: { labels: shopLabels(name) },
        spec: { serviceAccountName: name, ...podSpec },
      },
    },
  };
}

function route({ name, namespace }: ShopService): Manifest {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace, labels: shopLabels(name) },
    spec: {
      parentRefs: [{ name: 'shop', namespace: 'shop', sectionName: 'http' }],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: `/${name}` } }],
          backendRefs: [{ name, port: httpPort.port }],
        },
      ],
    },
  };
}

/** Account, disruption budget, Deployment, Service and route of one service. */
export function serviceManifests(service: ShopService): Manifest[] {
  const { name, namespace, ports } = service;
  const metadata = { name, namespace, labels: shopLabels(name) };
  const selector = { [nameLabel]: name };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { maxUnavailable: 1, selector: { matchLabels: selector } },
    },
    deployment(service),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        selector,
        ports: ports.map(port => ({ ...port, targetPort: port.name })),
      },
    },
    route(service),
  ];
}

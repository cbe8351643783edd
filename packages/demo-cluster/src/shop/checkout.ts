// SPDX-License-Identifier: Apache-2.0
import { Manifest, shopLabels } from './Manifest';
import { httpContainer } from './pod';
import { httpPort, serviceManifests, ShopService } from './service';

const image = 'shop/checkout:1.8.3';
const metadata = { namespace: 'shop', labels: shopLabels('checkout') };

const checkoutContainer = httpContainer('checkout', image, {
  env: [
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'ORDERS_CONSUMER', value: 'on' },
    { name: 'OTEL_RESOURCE_ATTRIBUTES', value: 'service.name=checkout' },
    {
      name: 'PAYMENTS_TOKEN',
      valueFrom: { secretKeyRef: { name: 'checkout-payments', key: 'token' } },
    },
  ],
  volumeMounts: [
    { name: 'settings', mountPath: '/etc/checkout', readOnly: true },
    { name: 'scratch', mountPath: '/tmp' },
    { name: 'cache', mountPath: '/var/cache/checkout' },
  ],
});

const metricsContainer = {
  name: 'metrics',
  image: 'shop/metrics:0.4.1',
  ports: [{ name: 'metrics', containerPort: 9090 }],
  resources: { requests: { cpu: '10m', memory: '16Mi' } },
  volumeMounts: [{ name: 'scratch', mountPath: '/tmp' }],
};

const migrateContainer = {
  name: 'migrate',
  image,
  command: ['checkout', 'migrate'],
  resources: { requests: { cpu: '10m', memory: '32Mi' } },
};

const service: ShopService = {
  name: 'checkout',
  namespace: 'shop',
  replicas: 2,
  ports: [httpPort, { name: 'metrics', port: 9090 }],
  annotations: {
    'preview-environments.io/env': JSON.stringify({ ORDERS_CONSUMER: 'off' }),
    'preview-environments.io/skip-init-containers': 'migrate',
    'preview-environments.io/not-covered': JSON.stringify([
      'orders that arrive by the queue "orders" always go to the stable version',
      'the hourly clean-up of abandoned carts runs in the stable version only',
    ]),
  },
  podSpec: {
    initContainers: [migrateContainer],
    containers: [checkoutContainer, metricsContainer],
    volumes: [
      { name: 'settings', configMap: { name: 'checkout-settings' } },
      { name: 'scratch', emptyDir: {} },
      { name: 'cache', persistentVolumeClaim: { claimName: 'cache' } },
    ],
  },
};

/** The service with everything a grown workload has, so that a preview of it shows it all. */
export function checkout(): Manifest[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'checkout-settings', ...metadata },
      data: { 'settings.json': JSON.stringify({ currency: 'EUR' }) },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'checkout-payments', ...metadata },
      type: 'Opaque',
      stringData: { token: 'only-for-the-demo' },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'cache', ...metadata },
      spec: {
        accessModes: ['ReadWriteMany'],
        resources: { requests: { storage: '1Gi' } },
      },
    },
    ...serviceManifests(service),
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'checkout', ...metadata },
      spec: {
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'checkout',
        },
        minReplicas: 2,
        maxReplicas: 6,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 80 },
            },
          },
        ],
      },
    },
  ];
}

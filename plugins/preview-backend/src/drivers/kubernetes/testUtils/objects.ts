// SPDX-License-Identifier: Apache-2.0
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { GatewayConfig } from '../../../config/types';
import type { Container, PodSpec, Service, Workload } from '../model';
import type { HttpRoute, RouteRule } from '../routing/gateway-api/model';
import type { ContainerView, PodView, RootView, View } from '../state/views';

export const NAMESPACE = 'shop';

export function aWorkload(
  spec: Partial<PodSpec> = {},
  changes: Partial<Workload['spec']> & {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    podAnnotations?: Record<string, string>;
  } = {},
): Workload {
  const { labels, annotations, podAnnotations, ...rest } = changes;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'checkout', namespace: NAMESPACE, annotations },
    spec: {
      selector: { matchLabels: { app: 'checkout' } },
      template: {
        metadata: {
          labels: labels ?? { app: 'checkout', tier: 'web' },
          annotations: podAnnotations,
        },
        spec: { containers: [aContainer()], ...spec },
      },
      ...rest,
    },
  };
}

export function aContainer(changes: Partial<Container> = {}): Container {
  return {
    name: 'main',
    image: 'shop/checkout:1.0.0',
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    ...changes,
  };
}

export function aService(
  name = 'checkout',
  spec: Partial<Service['spec']> = {},
): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      selector: { app: 'checkout' },
      ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
      ...spec,
    },
  };
}

export function aRoute(
  rules: RouteRule[] = [aRule()],
  changes: Partial<HttpRoute['spec']> & { name?: string } = {},
): HttpRoute {
  const { name = 'checkout', ...spec } = changes;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace: NAMESPACE, generation: 1 },
    spec: { parentRefs: [{ name: 'gateway' }], rules, ...spec },
  };
}

export const CONTROLLER = 'gateway.example.com/controller';

/** A route about which the controller of its gateway has spoken. */
export function accepted(
  route: HttpRoute = aRoute(),
  controllerName = CONTROLLER,
): HttpRoute {
  return {
    ...route,
    status: {
      parents: (route.spec.parentRefs ?? []).map(parentRef => ({
        parentRef,
        controllerName,
        conditions: [],
      })),
    },
  };
}

export function aGateway(changes: Partial<GatewayConfig> = {}): GatewayConfig {
  return {
    url: 'http://gateway.example.com',
    probePath: '/healthz',
    controllers: {},
    parents: [],
    allowUnprobed: false,
    ...changes,
  };
}

export function aRule(changes: Partial<RouteRule> = {}): RouteRule {
  return {
    matches: [{ path: { type: 'PathPrefix', value: '/checkout' } }],
    backendRefs: [{ name: 'checkout', port: 80 }],
    ...changes,
  };
}

export function anIntent(changes: Partial<SessionIntent> = {}): SessionIntent {
  return {
    sessionId: '8a1f3f0e-53d5-4c1e-9f6a-0d0a7a1f6b11',
    key: 'pr-1',
    cluster: 'staging',
    namespace: NAMESPACE,
    handle: null,
    entityRef: 'component:default/checkout',
    target: { kind: 'deployment', name: 'checkout' },
    traffic: { mode: 'steal', filter: null },
    labelMode: 'isolated',
    replicas: 1,
    env: [],
    inputs: {},
    secretFiles: null,
    revisions: [{ number: 1, image: 'shop/checkout:feature-x' }],
    serving: 1,
    routed: false,
    expiresAt: 3_600_000,
    backstopAt: 3_660_000,
    ...changes,
  };
}

export function aView(changes: Partial<View> = {}): View {
  return {
    name: 'pv-pr-1-0123456789',
    namespace: NAMESPACE,
    uid: 'uid',
    resourceVersion: '1',
    sessionId: anIntent().sessionId,
    key: 'pr-1',
    deleting: false,
    owner: 'root',
    ...changes,
  };
}

export function aRoot(changes: Partial<RootView> = {}): RootView {
  return {
    ...aView({ uid: 'root', owner: null }),
    createdAt: 0,
    startTime: 0,
    activeDeadlineSeconds: 3660,
    suspended: false,
    finished: false,
    image: 'shop/checkout:feature-x',
    deadline: new Date(3_600_000).toISOString(),
    ...changes,
  };
}

export function aPod(
  changes: Partial<PodView> = {},
  ...containers: Partial<ContainerView>[]
): PodView {
  return {
    ...aView({ name: 'pv-pr-1-0123456789-r1-x', uid: 'pod' }),
    revision: 1,
    mainContainer: 'main',
    phase: 'Pending',
    reason: null,
    message: null,
    createdAt: 0,
    scheduledAt: 1_000,
    unschedulable: null,
    readyAt: null,
    containers: containers.map(container => ({
      name: 'main',
      init: false,
      ready: false,
      restarts: 0,
      image: null,
      imageId: null,
      startedAt: null,
      waiting: null,
      terminated: null,
      lastTerminated: null,
      ...container,
    })),
    ...changes,
  };
}

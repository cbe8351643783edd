// SPDX-License-Identifier: Apache-2.0
import {
  EndpointSlice,
  Gateway,
  GatewayClass,
  HttpRoute,
  Listener,
  RouteRule,
  Service,
  World,
} from '../objects';
import { demoControllerName } from '../startGateway';

/** The port that listeners of the builders have and that their gateway serves. */
export const servedPort = 8080;

const uidOf = (text: string) => `uid-of-${text}`;

export function aGatewayClass(name = 'demo'): GatewayClass {
  return {
    metadata: { name, generation: 1, uid: uidOf(name) },
    spec: { controllerName: demoControllerName },
  };
}

export function aListener(overrides: Partial<Listener> = {}): Listener {
  return {
    name: 'http',
    port: servedPort,
    protocol: 'HTTP',
    allowedRoutes: { namespaces: { from: 'All' } },
    ...overrides,
  };
}

export function aGateway(...listeners: Partial<Listener>[]): Gateway {
  const list = listeners.length > 0 ? listeners : [{}];
  return {
    metadata: {
      name: 'shop',
      namespace: 'shop',
      generation: 1,
      uid: 'gateway',
    },
    spec: { gatewayClassName: 'demo', listeners: list.map(aListener) },
  };
}

/** A route of namespace `shop` to Gateway `shop`; `createdAt` counts seconds. */
export function aRoute(
  name: string,
  rules: RouteRule[],
  options: {
    hostnames?: string[];
    createdAt?: number;
    namespace?: string;
  } = {},
): HttpRoute {
  const { hostnames, createdAt = 0, namespace = 'shop' } = options;
  return {
    metadata: {
      name,
      namespace,
      generation: 1,
      uid: uidOf(name),
      resourceVersion: '1',
      creationTimestamp: new Date(createdAt * 1000).toISOString(),
    },
    spec: {
      parentRefs: [{ name: 'shop', namespace: 'shop' }],
      hostnames,
      rules,
    },
  };
}

/** A rule that leads to port 80 of Service `name`. */
export function toService(name: string, rule: RouteRule = {}): RouteRule {
  return { backendRefs: [{ name, port: 80 }], ...rule };
}

export function aService(name: string, namespace = 'shop'): Service {
  return {
    metadata: { name, namespace },
    spec: { ports: [{ name: 'http', port: 80 }] },
  };
}

/** A slice of Service `name` with ready endpoints. */
export function aSlice(
  name: string,
  addresses: string[],
  port = 8080,
  namespace = 'shop',
): EndpointSlice {
  return {
    metadata: {
      name: `${name}-${port}`,
      namespace,
      labels: { 'kubernetes.io/service-name': name },
    },
    addressType: 'IPv4',
    ports: [{ name: 'http', port }],
    endpoints: addresses.map(address => ({
      addresses: [address],
      conditions: { ready: true },
    })),
  };
}

/** One class, one Gateway for all namespaces, and what else is given. */
export function aWorld(parts: Partial<World> = {}): World {
  return {
    gatewayClasses: [aGatewayClass()],
    gateways: [aGateway()],
    httpRoutes: [],
    referenceGrants: [],
    services: [],
    namespaces: [],
    endpointSlices: [],
    endpoints: [],
    ...parts,
  };
}

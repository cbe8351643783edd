// SPDX-License-Identifier: Apache-2.0
import { Gateway, HttpRoute, Listener, World } from '../objects';
import { selectorChooses } from './selector';

/** Why a listener is not served: a reason of its Accepted condition. */
export interface ListenerProblem {
  reason: 'UnsupportedProtocol' | 'PortUnavailable';
  message: string;
}

export const gatewayGroup = 'gateway.networking.k8s.io';

/** One server speaks plain HTTP on one port, so only listeners for just that can be served. */
export function listenerProblem(
  listener: Listener,
  servedPort: number,
): ListenerProblem | null {
  if (listener.protocol !== 'HTTP') {
    return {
      reason: 'UnsupportedProtocol',
      message: `protocol ${listener.protocol} is not supported, only HTTP is`,
    };
  }
  if (listener.port !== servedPort) {
    return {
      reason: 'PortUnavailable',
      message: `port ${listener.port} is not served, only ${servedPort} is`,
    };
  }
  return null;
}

const namesHttpRoute = (kind: { group?: string; kind: string }) =>
  (kind.group ?? gatewayGroup) === gatewayGroup && kind.kind === 'HTTPRoute';

/** The kinds of routes a listener takes, and whether it asked for others that it cannot have. */
export function routeKinds(listener: Listener): {
  supported: { group: string; kind: string }[];
  unknown: string[];
} {
  const asked = listener.allowedRoutes?.kinds ?? [];
  const httpRoute = { group: gatewayGroup, kind: 'HTTPRoute' };
  return {
    supported:
      asked.length === 0 || asked.some(namesHttpRoute) ? [httpRoute] : [],
    unknown: asked
      .filter(kind => !namesHttpRoute(kind))
      .map(({ kind }) => kind),
  };
}

/** May this route attach to this listener, by its kind and its namespace? */
export function listenerAllows(
  world: World,
  gateway: Gateway,
  listener: Listener,
  route: HttpRoute,
): boolean {
  if (routeKinds(listener).supported.length === 0) return false;
  const namespaces = listener.allowedRoutes?.namespaces;
  switch (namespaces?.from ?? 'Same') {
    case 'All':
      return true;
    case 'Selector': {
      const namespace = world.namespaces.find(
        ({ metadata }) => metadata.name === route.metadata.namespace,
      );
      return (
        namespace !== undefined &&
        namespaces?.selector !== undefined &&
        selectorChooses(namespaces.selector, namespace.metadata.labels ?? {})
      );
    }
    case 'Same':
      return gateway.metadata.namespace === route.metadata.namespace;
    default:
      return false;
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Gateway, HttpRoute, Listener, ParentRef, World } from '../objects';
import { intersectHostnames } from './hostname';
import { gatewayGroup, listenerAllows, listenerProblem } from './listeners';

/** A listener that took a route, and the hostnames under which the route answers there. */
export interface Attachment {
  listener: Listener;
  hostnames: string[];
}

/** Why a parent does not take a route: a reason of the route's Accepted condition. */
export interface AttachProblem {
  reason:
    | 'NoMatchingParent'
    | 'NotAllowedByListeners'
    | 'NoMatchingListenerHostname';
  message: string;
}

/** The Gateway of ours that a parent reference means, or undefined: then others decide on it. */
export function parentGateway(
  gateways: Gateway[],
  route: HttpRoute,
  ref: ParentRef,
): Gateway | undefined {
  if ((ref.group ?? gatewayGroup) !== gatewayGroup) return undefined;
  if ((ref.kind ?? 'Gateway') !== 'Gateway') return undefined;
  const namespace = ref.namespace ?? route.metadata.namespace;
  return gateways.find(
    ({ metadata }) =>
      metadata.name === ref.name && metadata.namespace === namespace,
  );
}

function sharedHostnames(listener: Listener, route: HttpRoute): string[] {
  const ofRoute = route.spec.hostnames?.length ? route.spec.hostnames : [''];
  const shared = ofRoute
    .map(hostname =>
      intersectHostnames(
        (listener.hostname ?? '').toLowerCase(),
        hostname.toLowerCase(),
      ),
    )
    .filter((hostname): hostname is string => hostname !== undefined);
  return [...new Set(shared)];
}

/** Finds the listeners of a Gateway that take the route by this parent reference. */
export function attach(
  world: World,
  gateway: Gateway,
  route: HttpRoute,
  ref: ParentRef,
  servedPort: number,
): Attachment[] | AttachProblem {
  const named = gateway.spec.listeners.filter(
    listener =>
      (ref.sectionName ?? listener.name) === listener.name &&
      (ref.port ?? listener.port) === listener.port,
  );
  const meant = named.filter(
    listener => listenerProblem(listener, servedPort) === null,
  );
  if (meant.length === 0) {
    return {
      reason: 'NoMatchingParent',
      message:
        named.length === 0
          ? 'the Gateway has no listener of that name and port'
          : 'the listener of the Gateway is not served',
    };
  }
  const open = meant.filter(listener =>
    listenerAllows(world, gateway, listener, route),
  );
  if (open.length === 0) {
    return {
      reason: 'NotAllowedByListeners',
      message: `no listener takes an HTTPRoute of namespace ${route.metadata.namespace}`,
    };
  }
  const attachments = open
    .map(listener => ({
      listener,
      hostnames: sharedHostnames(listener, route),
    }))
    .filter(({ hostnames }) => hostnames.length > 0);
  if (attachments.length === 0) {
    return {
      reason: 'NoMatchingListenerHostname',
      message: 'no hostname of the route is one of the listener',
    };
  }
  return attachments;
}

// SPDX-License-Identifier: Apache-2.0
import {
  type Access,
  type HeaderFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import type { ServicePort } from '../model';
import type { HttpRouteSpec, RouteRule } from './gateway-api/model';

export interface AccessInput {
  mode: 'steal' | 'none';
  filter: HeaderFilter;
  namespace: string;
  service: string | null;
  ports: ServicePort[];
  /** Overlays or, before they exist, what they will say. */
  routes: HttpRouteSpec[];
  /** Why there is no route, or `null`. */
  noRoute: string | null;
  /** Address of the gateway as the configuration has it. */
  gatewayUrl: string | null;
  /** Address that the gateway itself tells by its listeners. */
  listenerUrl: string | null;
}

const NOTHING: Access = {
  url: null,
  reason: null,
  headers: {},
  curl: null,
  portForward: null,
  shareUrl: null,
};

/** How people reach a preview. */
export function accessOf(input: AccessInput): Access {
  const portForward = portForwardOf(input);
  if (input.mode === 'none') {
    return {
      ...NOTHING,
      portForward,
      reason:
        'No traffic is sent to this preview; reach it by the port-forward.',
    };
  }
  const headers = { [input.filter.name]: input.filter.value };
  const base = input.listenerUrl ?? input.gatewayUrl;
  const route = input.routes[0];
  if (!route || !base) {
    return {
      ...NOTHING,
      headers,
      portForward,
      reason: route
        ? 'Neither a listener of the gateway nor gateway.url in the configuration tells the address.'
        : input.noRoute ?? 'No route leads to the preview.',
    };
  }
  const url = publicUrl(base, route);
  return {
    url,
    reason: null,
    headers,
    curl: curlOf(url, headers),
    portForward,
    shareUrl: null,
  };
}

/** The gateway's address under the route's own host and path. */
export function publicUrl(base: string, route: HttpRouteSpec): string {
  const url = new URL(base);
  const host = route.hostnames?.find(name => !name.startsWith('*'));
  if (host) {
    url.hostname = host;
  }
  url.pathname = pathOf(route.rules ?? []);
  return url.toString();
}

function pathOf(rules: RouteRule[]): string {
  const path = rules
    .flatMap(({ matches }) => matches ?? [])
    .map(match => match.path)
    .find(each => each?.type !== 'RegularExpression' && each?.value);
  return path?.value ?? '/';
}

function curlOf(url: string, headers: Record<string, string>): string {
  const flags = Object.entries(headers).map(
    ([name, value]) => `-H ${quote(`${name}: ${value}`)}`,
  );
  // -i shows the header by which a preview's answer is known.
  return ['curl', '-i', ...flags, quote(url)].join(' ');
}

function quote(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}

function portForwardOf({
  namespace,
  service,
  ports,
}: AccessInput): string | null {
  const [port] = ports;
  return service && port
    ? `kubectl port-forward --namespace ${namespace} service/${service} 8080:${port.port}`
    : null;
}

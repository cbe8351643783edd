// SPDX-License-Identifier: Apache-2.0
import type { GatewayConfig } from '../../../config/types';
import type { HttpRouteSpec, RouteMatch } from './gateway-api/model';
import type { ProbeTarget } from './probe';

/** Where to send the two requests, or why they cannot be sent. */
export function probeTarget(
  gateway: GatewayConfig,
  routes: HttpRouteSpec[],
): ProbeTarget | { reason: string } {
  const { url: base, probePath } = gateway;
  if (!base || !probePath) {
    return {
      reason:
        'gateway.url and gateway.probePath are not configured for this cluster.',
    };
  }
  const matches = routes.flatMap(route =>
    (route.rules ?? []).flatMap(rule =>
      (rule.matches ?? []).map(match => ({ route, match })),
    ),
  );
  for (const { route, match } of matches) {
    const path = pathFor(match, probePath);
    if (path !== null) {
      const host = route.hostnames?.find(name => !name.startsWith('*')) ?? null;
      const url = new URL(path, base);
      return {
        url,
        host,
        shown: host ? `${url.protocol}//${host}${path}` : url.toString(),
      };
    }
  }
  return {
    reason: `No rule of the route can be reached by a plain GET of ${probePath}.`,
  };
}

/** A path that comes through a match whose only header is the key. */
function pathFor(match: RouteMatch, probePath: string): string | null {
  const plain =
    (match.headers ?? []).length === 1 &&
    !match.queryParams?.length &&
    (match.method ?? 'GET') === 'GET';
  if (!plain) {
    return null;
  }
  const { type = 'PathPrefix', value = '/' } = match.path ?? {};
  if (type === 'Exact') {
    return value;
  }
  if (type !== 'PathPrefix') {
    return null;
  }
  const prefix = value.replace(/\/$/, '');
  return probePath === prefix || probePath.startsWith(`${prefix}/`)
    ? probePath
    : `${prefix}${probePath}`;
}

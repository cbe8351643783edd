// SPDX-License-Identifier: Apache-2.0

/** True for `*.example.com`, which stands for every name below example.com, at any depth. */
const isWildcard = (hostname: string) => hostname.startsWith('*.');

/**
 * Does a hostname of a listener or route cover the host of a request?
 * The empty hostname covers all. Both must be lower case, the host without port.
 */
export function hostnameCovers(hostname: string, host: string): boolean {
  if (hostname === '') return true;
  if (!isWildcard(hostname)) return hostname === host;
  return host.endsWith(hostname.slice(1)) && host.length > hostname.length - 1;
}

/**
 * The hostname under which a route answers on a listener: the narrower of the two,
 * or undefined where they have no name in common.
 */
export function intersectHostnames(
  listener: string,
  route: string,
): string | undefined {
  if (hostnameCovers(listener, route)) return route === '' ? listener : route;
  if (hostnameCovers(route, listener)) return listener;
  return undefined;
}

/**
 * Sort order: more characters of a literal hostname first, then more characters of any hostname.
 */
export function compareHostnames(a: string, b: string): number {
  const literal = (hostname: string) =>
    isWildcard(hostname) ? 0 : hostname.length;
  return literal(b) - literal(a) || b.length - a.length;
}

/** The name in a Host header: lower case, without port and without a trailing dot. */
export function hostOf(header: string | undefined): string {
  const host = (header ?? '').trim().toLowerCase();
  const withoutPort = host.startsWith('[')
    ? host.replace(/\]:\d*$/, ']')
    : host.replace(/:\d*$/, '');
  return withoutPort.replace(/\.$/, '');
}

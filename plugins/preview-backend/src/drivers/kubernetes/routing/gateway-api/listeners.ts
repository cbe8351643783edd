// SPDX-License-Identifier: Apache-2.0
import type { KubeObject } from '../../model';
import type { HttpRouteSpec, ParentRef } from './model';

interface Listener {
  name: string;
  hostname?: string;
  port: number;
  protocol: string;
}

export interface Gateway extends KubeObject {
  spec: { gatewayClassName: string; listeners: Listener[] };
}

const SCHEMES: Record<string, { scheme: string; port: number }> = {
  HTTP: { scheme: 'http', port: 80 },
  HTTPS: { scheme: 'https', port: 443 },
};

/**
 * The address that a gateway promises for a route: only where route or
 * listener name a host, since an address alone says nothing about the way
 * from outside. Encrypted listeners are preferred.
 */
export function listenerUrl(
  gateway: Gateway,
  parent: ParentRef,
  route: HttpRouteSpec,
): string | null {
  const urls = gateway.spec.listeners
    .filter(
      ({ name, port, protocol }) =>
        SCHEMES[protocol] &&
        (parent.sectionName ?? name) === name &&
        (parent.port ?? port) === port,
    )
    .flatMap(listener => {
      const host = [...(route.hostnames ?? []), listener.hostname].find(
        name => name && !name.startsWith('*'),
      );
      const { scheme, port } = SCHEMES[listener.protocol];
      const suffix = listener.port === port ? '' : `:${listener.port}`;
      return host ? [`${scheme}://${host}${suffix}/`] : [];
    });
  return urls.find(url => url.startsWith('https:')) ?? urls[0] ?? null;
}

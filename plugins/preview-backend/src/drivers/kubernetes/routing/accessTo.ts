// SPDX-License-Identifier: Apache-2.0
import {
  type Access,
  defaultFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../cluster/Cluster';
import { GATEWAYS } from '../cluster/resources';
import type { Facts } from '../plan/facts';
import type { Plan } from '../plan/plan';
import { accessOf } from './access';
import { exactHeader } from './exactHeader';
import { overlaysOf } from './gateway-api/canary';
import { type Gateway, listenerUrl } from './gateway-api/listeners';
import type { HttpRouteSpec } from './gateway-api/model';
import { parentName } from './gateway-api/teamRoutes';

/** How a session is reached, from its own objects or what they will be. */
export async function accessTo(
  cluster: Cluster,
  intent: SessionIntent,
  facts: Facts,
  plan: Plan,
): Promise<Access> {
  const service = facts.objects.services[0];
  const live = overlaysOf(facts.objects.routes).map(({ spec }) => spec);
  const routes = live.length ? live : plan.reachable;
  return accessOf({
    mode: intent.traffic.mode === 'steal' ? 'steal' : 'none',
    filter: exactHeader(intent) ?? defaultFilter(intent.key),
    namespace: intent.namespace,
    service: service?.name ?? (plan.service ? plan.base : null),
    ports: service?.spec.ports ?? plan.service?.spec.ports ?? [],
    routes,
    noRoute: plan.refusal?.message ?? null,
    gatewayUrl: cluster.config.gateway.url,
    listenerUrl: routes.length
      ? await readListenerUrl(cluster, intent.namespace, routes[0])
      : null,
  });
}

/**
 * Gateways often live where the portal may not read; then configuration
 * tells the address, or nobody does.
 */
async function readListenerUrl(
  cluster: Cluster,
  namespace: string,
  route: HttpRouteSpec,
): Promise<string | null> {
  const [parent] = route.parentRefs ?? [];
  if (!parent) {
    return null;
  }
  const [home, name] = parentName(parent, namespace).split('/');
  const gateway = await cluster.recently(`gateway ${home}/${name}`, () =>
    cluster.client.find<Gateway>(GATEWAYS, home, name).catch(() => null),
  );
  return gateway && listenerUrl(gateway, parent, route);
}

// SPDX-License-Identifier: Apache-2.0
import { isOurs } from '../../objects/marks';
import type { Service } from '../../model';
import { selects } from '../../clone/selectors';
import type { BackendRef, HttpRoute, ParentRef, RouteRule } from './model';

/** The Services that lead to pods with these labels. */
export function servicesOf(
  services: Service[],
  podLabels: Record<string, string>,
): Service[] {
  return services.filter(
    ({ spec }) =>
      spec.selector &&
      Object.keys(spec.selector).length > 0 &&
      selects({ matchLabels: spec.selector }, podLabels),
  );
}

/** Whether a backend is one of the Services, in the route's own namespace. */
export function leadsTo(
  ref: BackendRef,
  names: Set<string>,
  namespace: string,
): boolean {
  return (
    (ref.group ?? '') === '' &&
    (ref.kind ?? 'Service') === 'Service' &&
    (ref.namespace ?? namespace) === namespace &&
    names.has(ref.name)
  );
}

/** The target's backend of a rule: the heaviest, should there be several. */
export function targetBackend(
  rule: RouteRule,
  names: Set<string>,
  namespace: string,
): BackendRef | null {
  const refs = (rule.backendRefs ?? []).filter(ref =>
    leadsTo(ref, names, namespace),
  );
  return refs.reduce<BackendRef | null>(
    (best, ref) =>
      best && (best.weight ?? 1) >= (ref.weight ?? 1) ? best : ref,
    null,
  );
}

/** Routes of the team that lead to the Services, in the order of their names. */
export function routesTo(
  routes: HttpRoute[],
  services: Service[],
): HttpRoute[] {
  const names = new Set(services.map(({ metadata }) => metadata.name));
  return routes
    .filter(
      route =>
        !isOurs(route) &&
        (route.spec.rules ?? []).some(rule =>
          targetBackend(rule, names, route.metadata.namespace ?? ''),
        ),
    )
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

export function isGatewayParent(parent: ParentRef): boolean {
  return (
    (parent.group ?? 'gateway.networking.k8s.io') ===
      'gateway.networking.k8s.io' && (parent.kind ?? 'Gateway') === 'Gateway'
  );
}

/** `NAMESPACE/NAME`, as configuration names a gateway. */
export function parentName(parent: ParentRef, namespace: string): string {
  return `${parent.namespace ?? namespace}/${parent.name}`;
}

/** Gateways of a route that may carry previews. */
export function allowedParents(
  route: HttpRoute,
  allowed: string[],
): ParentRef[] {
  return (route.spec.parentRefs ?? []).filter(
    parent =>
      isGatewayParent(parent) &&
      (allowed.length === 0 ||
        allowed.includes(parentName(parent, route.metadata.namespace ?? ''))),
  );
}

// SPDX-License-Identifier: Apache-2.0
import { cloneJson } from '../../json';
import { Json, KubernetesObject } from '../../objects';
import { Kind, defineKind } from '../Kind';
import { gatewaySchema } from './gatewaySchema';
import { validateGateway, validateRoute } from './gatewayRules';
import { preset } from './podDefaults';

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

const EVERYTHING = [{ path: { type: 'PathPrefix', value: '/' } }];

function defaultRoute(route: KubernetesObject): void {
  const spec = (route.spec ??= {}) as Json;
  for (const parent of spec.parentRefs ?? [])
    preset(parent, { group: GATEWAY_GROUP, kind: 'Gateway' });
  const http = route.kind === 'HTTPRoute';
  if (http) preset(spec, { rules: [{ matches: cloneJson(EVERYTHING) }] });
  for (const rule of spec.rules ?? []) {
    if (http) preset(rule, { matches: cloneJson(EVERYTHING) });
    for (const match of rule.matches ?? []) defaultMatch(match, http);
    for (const backend of rule.backendRefs ?? []) {
      preset(backend, { group: '', kind: 'Service', weight: 1 });
      (backend.filters ?? []).forEach(defaultFilter);
    }
    (rule.filters ?? []).forEach(defaultFilter);
  }
}

function defaultMatch(match: Json, http: boolean): void {
  if (http) {
    preset(match, { path: {} });
    preset(match.path, { type: 'PathPrefix', value: '/' });
  } else if (match.method) preset(match.method, { type: 'Exact' });
  for (const named of [...(match.headers ?? []), ...(match.queryParams ?? [])])
    preset(named, { type: 'Exact' });
}

function defaultFilter(filter: Json): void {
  if (filter.requestRedirect)
    preset(filter.requestRedirect, { statusCode: 302 });
  if (filter.requestMirror)
    preset(filter.requestMirror.backendRef ?? {}, {
      group: '',
      kind: 'Service',
    });
}

function defaultGateway(gateway: KubernetesObject): void {
  for (const listener of gateway.spec?.listeners ?? []) {
    preset(listener, { allowedRoutes: {} });
    preset(listener.allowedRoutes, { namespaces: {} });
    preset(listener.allowedRoutes.namespaces, { from: 'Same' });
    for (const kind of listener.allowedRoutes.kinds ?? [])
      preset(kind, { group: GATEWAY_GROUP });
  }
}

const define = (
  kind: string,
  plural: string,
  shortNames: string[],
  rest: Partial<Kind> = {},
): Kind =>
  defineKind({
    group: GATEWAY_GROUP,
    kind,
    plural,
    shortNames,
    categories: ['gateway-api'],
    status: true,
    generation: true,
    custom: true,
    schema: gatewaySchema(kind),
    ...rest,
  });

/** The kinds of the Gateway API, standard channel. */
export const gatewayKinds: Kind[] = [
  define('GatewayClass', 'gatewayclasses', ['gc'], { namespaced: false }),
  define('Gateway', 'gateways', ['gtw'], {
    defaults: defaultGateway,
    validate: validateGateway,
  }),
  define('HTTPRoute', 'httproutes', [], {
    defaults: defaultRoute,
    validate: validateRoute,
  }),
  define('GRPCRoute', 'grpcroutes', [], {
    defaults: defaultRoute,
    validate: validateRoute,
  }),
  define('ReferenceGrant', 'referencegrants', ['refgrant'], {
    version: 'v1beta1',
    status: false,
  }),
];

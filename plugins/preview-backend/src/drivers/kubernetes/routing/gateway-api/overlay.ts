// SPDX-License-Identifier: Apache-2.0
import type { HeaderFilter } from '@preview-environments/backstage-plugin-preview-common';
import { routeName } from '../../objects/names';
import type { Service } from '../../model';
import { overlayRule } from './overlayRule';
import { splitRules } from './split';
import {
  allowedParents,
  isGatewayParent,
  routesTo,
  targetBackend,
} from './teamRoutes';
import type { HttpRoute, HttpRouteSpec, RouteRule } from './model';

export interface OverlayInput {
  /** Name of the session's objects. */
  base: string;
  previewService: string;
  /** Ports that the preview's Service has. */
  ports: number[];
  /** Of these, those that the target's Services use for different things. */
  contested: number[];
  /** Services of the target. */
  services: Service[];
  routes: HttpRoute[];
  filter: HeaderFilter;
  key: string;
  /** `NAMESPACE/NAME` of gateways that may carry previews; empty = any. */
  parents: string[];
}

export interface Overlay {
  name: string;
  spec: HttpRouteSpec;
}

export type RouteRefusal = {
  code:
    | 'NoRoute'
    | 'RouteRejected'
    | 'ListenerNotAllowed'
    | 'ControllerUnverified';
  message: string;
};

export interface Overlays {
  overlays: Overlay[];
  /** Team routes that the overlays stand beside. */
  beside: HttpRoute[];
  refusal: RouteRefusal | null;
  /** What of the team's routes the preview does not take part in. */
  notes: string[];
}

/**
 * Routes that stand beside the team's and win for requests with the key,
 * and for no others: the same parents, hosts and matches, each match with
 * one header more. Where the team's routes change, this is rendered anew.
 */
export function renderOverlays(input: OverlayInput): Overlays {
  const candidates = routesTo(input.routes, input.services);
  const notes: string[] = [];
  const groups: { spec: HttpRouteSpec; rules: RouteRule[] }[] = [];
  const beside: HttpRoute[] = [];
  let refused: RouteRefusal | null = null;

  for (const route of candidates) {
    const parentRefs = allowedParents(route, input.parents);
    if (parentRefs.length === 0) {
      refused ??= withoutParent(route);
      notes.push(withoutParent(route).message);
      continue;
    }
    const rules = renderRules(route, input, notes);
    if ('refusal' in rules) {
      refused = rules.refusal;
      continue;
    }
    if (rules.rules.length) {
      beside.push(route);
      const { hostnames } = route.spec;
      for (const part of splitRules(rules.rules)) {
        groups.push({
          spec: { parentRefs, ...(hostnames ? { hostnames } : {}) },
          rules: part,
        });
      }
    }
  }
  const overlays = groups.map(({ spec, rules }, index) => ({
    name: routeName(input.base, index),
    spec: { ...spec, rules },
  }));
  return {
    overlays,
    beside,
    refusal: overlays.length ? null : refused ?? noRoute(input),
    notes,
  };
}

function renderRules(
  route: HttpRoute,
  input: OverlayInput,
  notes: string[],
): { rules: RouteRule[] } | { refusal: RouteRefusal } {
  const names = new Set(input.services.map(({ metadata }) => metadata.name));
  const rules: RouteRule[] = [];
  for (const rule of route.spec.rules ?? []) {
    const backend = targetBackend(rule, names, route.metadata.namespace ?? '');
    if (!backend) {
      continue;
    }
    if (backend.port === undefined || !input.ports.includes(backend.port)) {
      return rejected(
        `HTTPRoute ${route.metadata.name} leads to port ${backend.port}, which no Service of the target has`,
      );
    }
    if (input.contested.includes(backend.port)) {
      return rejected(
        `HTTPRoute ${route.metadata.name} leads to port ${backend.port}, which Services of the target use for different ports of the pod; a preview has one Service, so give one of them another number`,
      );
    }
    const overlay = overlayRule({
      rule,
      backend,
      previewService: input.previewService,
      filter: input.filter,
      key: input.key,
    });
    if ('refused' in overlay) {
      return rejected(`HTTPRoute ${route.metadata.name}: ${overlay.refused}`);
    }
    if ('skipped' in overlay) {
      notes.push(
        `A rule of HTTPRoute ${route.metadata.name} is left out: ${overlay.skipped}.`,
      );
    } else {
      rules.push(overlay.rule);
    }
  }
  return { rules };
}

function rejected(message: string): { refusal: RouteRefusal } {
  return { refusal: { code: 'RouteRejected', message: `${message}.` } };
}

function withoutParent(route: HttpRoute): RouteRefusal {
  const name = `HTTPRoute ${route.metadata.name}`;
  return (route.spec.parentRefs ?? []).some(isGatewayParent)
    ? {
        code: 'ListenerNotAllowed',
        message: `${name} is attached to a gateway that may not carry previews.`,
      }
    : {
        code: 'RouteRejected',
        message: `${name} belongs to a Service inside the mesh; previews take only traffic that comes through a Gateway.`,
      };
}

function noRoute(input: OverlayInput): RouteRefusal {
  const names = input.services.map(({ metadata }) => metadata.name);
  return {
    code: 'NoRoute',
    message: names.length
      ? `No HTTPRoute leads to the Service ${names.join(', ')}.`
      : 'No Service leads to the pods of the target, so no route can.',
  };
}

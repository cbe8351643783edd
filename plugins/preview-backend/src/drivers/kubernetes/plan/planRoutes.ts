// SPDX-License-Identifier: Apache-2.0
import {
  defaultFilter,
  type HeaderFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { GatewayConfig } from '../../../config/types';
import type { Builders } from '../builders';
import { upToDate } from '../objects/content';
import { exactHeader } from '../routing/exactHeader';
import { overlaysOf } from '../routing/gateway-api/canary';
import type { Overlays } from '../routing/gateway-api/overlay';
import { type Trust, trustOf } from '../routing/gateway-api/trust';
import type { RouteView } from '../state/views';
import type { Facts } from './facts';
import type { Plan } from './plan';

/** What routes depend on beside the cluster's objects. */
export interface RoutingGround {
  builders: Pick<Builders, 'renderOverlays' | 'planCanary'>;
  gateway: GatewayConfig;
  /** Listeners that are known to keep requests apart. */
  proven: ReadonlySet<string>;
}

export interface RoutesInput {
  base: string;
  intent: SessionIntent;
  facts: Facts;
  /** Ports of the preview's Service. */
  ports: number[];
  /** Of these, those that Services of the target use for different things. */
  contested: number[];
  /** Our routes that belong to the root. */
  present: RouteView[];
  ground: RoutingGround;
}

type Possible = Omit<Overlays, 'beside'> & { trust: Trust };

const NO_ROUTE: Possible = {
  overlays: [],
  notes: [],
  refusal: null,
  trust: { refusal: null, carriers: [], doubted: [] },
};

/**
 * The routes as they should be. Where a gateway is in doubt nothing of them is
 * written before the canary has passed.
 */
export function planRoutes(
  input: RoutesInput,
): Pick<
  Plan,
  | 'routes'
  | 'canary'
  | 'detach'
  | 'refusal'
  | 'trust'
  | 'overlays'
  | 'notes'
  | 'reachable'
> {
  const { base, intent, facts, present, ground } = input;
  const filter = exactHeader(intent);
  const possible =
    intent.traffic.mode === 'steal' && filter
      ? render(input, filter)
      : NO_ROUTE;
  const { overlays, refusal, notes, trust } = intent.routed
    ? possible
    : NO_ROUTE;
  const canary = ground.builders.planCanary({
    base,
    namespace: intent.namespace,
    overlays,
    doubted: trust.doubted,
    proven: ground.proven,
    present: overlaysOf(present),
    filter: filter ?? defaultFilter(intent.key),
    key: intent.key,
  });
  const wanted = [...overlays, ...(canary ? [canary] : [])];
  return {
    overlays,
    refusal,
    notes,
    trust,
    canary,
    reachable: possible.overlays.map(({ spec }) => spec),
    routes: canary
      ? []
      : overlays.flatMap(overlay => {
          const live = present.find(({ name }) => name === overlay.name);
          return live && upToDate(live, overlay.spec)
            ? []
            : [{ overlay, resourceVersion: live?.resourceVersion ?? null }];
        }),
    detach: facts.objects.routes.filter(
      route =>
        !route.deleting && !wanted.some(({ name }) => name === route.name),
    ),
  };
}

function render(input: RoutesInput, filter: HeaderFilter): Possible {
  const { base, intent, facts, ports, contested, ground } = input;
  const { builders, gateway } = ground;
  const rendered = builders.renderOverlays({
    base,
    previewService: base,
    ports,
    contested,
    services: facts.services,
    routes: facts.routes,
    filter,
    key: intent.key,
    parents: gateway.parents,
  });
  const trust = trustOf(gateway, intent.namespace, rendered);
  return trust.refusal
    ? { ...rendered, overlays: [], refusal: trust.refusal, trust }
    : { ...rendered, trust };
}

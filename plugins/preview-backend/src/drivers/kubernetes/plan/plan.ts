// SPDX-License-Identifier: Apache-2.0
import { defaultFilter } from '@preview-environments/backstage-plugin-preview-common';
import type {
  RevisionIntent,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Builders } from '../builders';
import { upToDate } from '../objects/content';
import { wantedSeconds } from '../objects/deadline';
import { baseName, replicaSetName } from '../objects/names';
import { portsOf } from '../objects/ports';
import { serviceSpec } from '../objects/service';
import type { Service } from '../model';
import type { HttpRouteSpec } from '../routing/gateway-api/model';
import type {
  Overlay,
  Overlays,
  RouteRefusal,
} from '../routing/gateway-api/overlay';
import { routesTo } from '../routing/gateway-api/teamRoutes';
import type {
  ReplicaSetView,
  RootView,
  RouteView,
  ServiceView,
} from '../state/views';
import type { Facts } from './facts';

/** What has to be written so that the cluster holds what the intent says. */
export interface Plan {
  base: string;
  /** The root to write (with its UID when it exists), or `null`. */
  root: { uid: string | null; seconds: number; image: string } | null;
  replicaSets: RevisionIntent[];
  service: {
    serving: number;
    spec: Service['spec'];
    resourceVersion: string | null;
  } | null;
  routes: { overlay: Overlay; resourceVersion: string | null }[];
  detach: RouteView[];
  removeReplicaSets: ReplicaSetView[];
  /** Why no route can be attached although one is wanted. */
  refusal: RouteRefusal | null;
  /** The overlays as they should be. */
  overlays: Overlay[];
  /** What of the team's routes the preview does not take part in. */
  notes: string[];
  /** What overlays say or will say, also while none is wanted. */
  reachable: HttpRouteSpec[];
}

const NO_ROUTE: Pick<Overlays, 'overlays' | 'refusal' | 'notes'> = {
  overlays: [],
  notes: [],
  refusal: null,
};

/** The root that belongs to the intent, or `null`. */
export function rootOf(intent: SessionIntent, facts: Facts): RootView | null {
  const { roots } = facts.objects;
  return intent.handle
    ? roots.find(({ uid }) => uid === intent.handle) ?? null
    : roots.find(({ deleting, finished }) => !deleting && !finished) ?? null;
}

export function isEmpty(plan: Plan): boolean {
  return (
    plan.root === null &&
    plan.replicaSets.length === 0 &&
    plan.service === null &&
    plan.routes.length === 0 &&
    plan.detach.length === 0 &&
    plan.removeReplicaSets.length === 0
  );
}

export function makePlan(
  intent: SessionIntent,
  facts: Facts,
  now: number,
  render: Builders['renderOverlays'],
  parents: string[],
): Plan {
  const base = baseName(intent.sessionId, intent.key);
  const { objects } = facts;
  const root = rootOf(intent, facts);
  const owned = <V extends { owner: string | null; deleting: boolean }>(
    views: V[],
  ) => views.filter(view => !view.deleting && view.owner === root?.uid);
  const service = planService(intent, facts, owned(objects.services)[0]);
  const possible =
    intent.traffic.mode === 'steal'
      ? render({
          base,
          previewService: base,
          ports: (service.spec?.ports ?? []).map(({ port }) => port),
          services: facts.services,
          routes: facts.routes,
          filter: intent.traffic.filter ?? defaultFilter(intent.key),
          key: intent.key,
          parents,
        })
      : NO_ROUTE;
  const rendered = intent.routed ? possible : NO_ROUTE;
  const present = owned(objects.routes);
  return {
    base,
    root: planRoot(intent, root, now),
    replicaSets: intent.revisions.filter(
      ({ number }) =>
        !owned(objects.replicaSets).some(({ revision }) => revision === number),
    ),
    service: service.write,
    overlays: rendered.overlays,
    refusal: rendered.refusal,
    notes: rendered.notes,
    reachable: possible.overlays.map(({ spec }) => spec),
    routes: rendered.overlays.flatMap(overlay => {
      const live = present.find(({ name }) => name === overlay.name);
      return live && upToDate(live, overlay.spec)
        ? []
        : [{ overlay, resourceVersion: live?.resourceVersion ?? null }];
    }),
    detach: objects.routes.filter(
      route =>
        !route.deleting &&
        !rendered.overlays.some(({ name }) => name === route.name),
    ),
    removeReplicaSets: owned(objects.replicaSets).filter(
      ({ revision, name }) =>
        name === replicaSetName(base, revision) &&
        !intent.revisions.some(({ number }) => number === revision),
    ),
  };
}

function planRoot(
  intent: SessionIntent,
  root: RootView | null,
  now: number,
): Plan['root'] {
  const seconds = wantedSeconds(intent.backstopAt, now, root);
  const deadline =
    intent.expiresAt === null
      ? 'none'
      : new Date(intent.expiresAt).toISOString();
  if (
    root &&
    root.activeDeadlineSeconds === seconds &&
    root.deadline === deadline
  ) {
    return null;
  }
  return {
    uid: root?.uid ?? intent.handle,
    seconds,
    image: root?.image ?? intent.revisions[0].image,
  };
}

function planService(
  intent: SessionIntent,
  facts: Facts,
  live: ServiceView | undefined,
): { spec: Service['spec'] | null; write: Plan['service'] } {
  const serving = intent.serving ?? live?.serving ?? intent.revisions[0].number;
  if (!facts.target) {
    // Nothing to copy from: the present one only follows the revision.
    return live && live.serving !== serving
      ? {
          spec: live.spec,
          write: writeService(
            serving,
            serviceSpec(intent.sessionId, serving, live.spec.ports ?? [], null),
            live,
          ),
        }
      : { spec: live?.spec ?? null, write: null };
  }
  const routed = new Set(
    routesTo(facts.routes, facts.services).flatMap(route =>
      (route.spec.rules ?? []).flatMap(rule =>
        (rule.backendRefs ?? []).map(({ name }) => name),
      ),
    ),
  );
  const services = [...facts.services].sort(
    (a, b) =>
      Number(routed.has(b.metadata.name)) - Number(routed.has(a.metadata.name)),
  );
  const ports = portsOf(services, facts.target.spec.template);
  if (ports.length === 0) {
    return { spec: null, write: null };
  }
  const spec = serviceSpec(
    intent.sessionId,
    serving,
    ports,
    services[0] ?? null,
  );
  return live && upToDate(live, spec)
    ? { spec, write: null }
    : { spec, write: writeService(serving, spec, live) };
}

function writeService(
  serving: number,
  spec: Service['spec'],
  live: ServiceView | undefined,
): Plan['service'] {
  return { serving, spec, resourceVersion: live?.resourceVersion ?? null };
}

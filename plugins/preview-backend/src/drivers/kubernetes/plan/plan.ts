// SPDX-License-Identifier: Apache-2.0
import type {
  RevisionIntent,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import { upToDate } from '../objects/content';
import { keepsDeadline, wantedSeconds } from '../objects/deadline';
import { baseName, replicaSetName } from '../objects/names';
import { contestedPorts, portsOf } from '../objects/ports';
import { serviceSpec } from '../objects/service';
import type { Service } from '../model';
import type { HttpRouteSpec } from '../routing/gateway-api/model';
import type { Canary } from '../routing/gateway-api/canary';
import type { Overlay, RouteRefusal } from '../routing/gateway-api/overlay';
import { routesTo } from '../routing/gateway-api/teamRoutes';
import type {
  ReplicaSetView,
  RootView,
  RouteView,
  ServiceView,
} from '../state/views';
import type { Trust } from '../routing/gateway-api/trust';
import type { Facts } from './facts';
import { planRoutes, type RoutingGround } from './planRoutes';

/** What has to be written so that the cluster holds what the intent says. */
export interface Plan {
  base: string;
  /** The root to write (with its UID when it exists), or `null`. */
  root: { uid: string | null; seconds: number; image: string } | null;
  replicaSets: RevisionIntent[];
  /** Those that hold another number of pods than wanted, whoever changed it. */
  scale: ReplicaSetView[];
  service: {
    serving: number;
    spec: Service['spec'];
    resourceVersion: string | null;
  } | null;
  routes: { overlay: Overlay; resourceVersion: string | null }[];
  detach: RouteView[];
  removeReplicaSets: ReplicaSetView[];
  /** To be tried before the routes may be written. */
  canary: Canary | null;
  /** Why no route can be attached although one is wanted. */
  refusal: RouteRefusal | null;
  trust: Trust;
  /** The overlays as they should be. */
  overlays: Overlay[];
  /** What of the team's routes the preview does not take part in. */
  notes: string[];
  /** What overlays say or will say, also while none is wanted. */
  reachable: HttpRouteSpec[];
}

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
    plan.scale.length === 0 &&
    plan.service === null &&
    plan.routes.length === 0 &&
    plan.canary === null &&
    plan.detach.length === 0 &&
    plan.removeReplicaSets.length === 0
  );
}

export function makePlan(
  intent: SessionIntent,
  facts: Facts,
  now: number,
  ground: RoutingGround,
): Plan {
  const base = baseName(intent.sessionId, intent.key);
  const { objects } = facts;
  const root = rootOf(intent, facts);
  const owned = <V extends { owner: string | null; deleting: boolean }>(
    views: V[],
  ) => views.filter(view => !view.deleting && view.owner === root?.uid);
  const service = planService(intent, facts, owned(objects.services)[0]);
  return {
    base,
    root: planRoot(intent, root, now),
    replicaSets: intent.revisions.filter(
      ({ number }) =>
        !owned(objects.replicaSets).some(({ revision }) => revision === number),
    ),
    scale: owned(objects.replicaSets).filter(
      ({ revision, replicas }) =>
        replicas !== intent.replicas &&
        intent.revisions.some(({ number }) => number === revision),
    ),
    service: service.write,
    ...planRoutes({
      base,
      intent,
      facts,
      ports: (service.spec?.ports ?? []).map(({ port }) => port),
      contested: facts.target
        ? contestedPorts(routedServices(facts), facts.target.spec.template)
        : [],
      present: owned(objects.routes),
      ground,
    }),
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
  const seconds = wantedSeconds(intent, now, root);
  const deadline =
    intent.expiresAt === null
      ? 'none'
      : new Date(intent.expiresAt).toISOString();
  if (
    root &&
    root.deadline === deadline &&
    (root.activeDeadlineSeconds === seconds || keepsDeadline(intent, root))
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
  const routed = routedServices(facts);
  const services = [
    ...routed,
    ...facts.services.filter(each => !routed.includes(each)),
  ];
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

/** Services of the target to which routes of the team lead. */
function routedServices({ routes, services }: Facts): Service[] {
  const names = new Set(
    routesTo(routes, services).flatMap(({ spec }) =>
      (spec.rules ?? []).flatMap(({ backendRefs }) =>
        (backendRefs ?? []).map(({ name }) => name),
      ),
    ),
  );
  return services.filter(({ metadata }) => names.has(metadata.name));
}

function writeService(
  serving: number,
  spec: Service['spec'],
  live: ServiceView | undefined,
): Plan['service'] {
  return { serving, spec, resourceVersion: live?.resourceVersion ?? null };
}

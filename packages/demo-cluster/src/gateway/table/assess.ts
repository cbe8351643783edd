// SPDX-License-Identifier: Apache-2.0
import {
  Gateway,
  GatewayClass,
  HttpRoute,
  Listener,
  ParentRef,
  World,
} from '../objects';
import { FilterProblem } from '../filters/check';
import { attach, Attachment, AttachProblem, parentGateway } from './attach';
import { BackendProblem } from './backend';
import { Directory } from './Directory';
import { listenerProblem, ListenerProblem } from './listeners';
import { checkRules, CompiledRule, compileRule } from './rule';

/** Which objects are ours to serve, and on which listener port. */
export interface Claim {
  controllerName: string;
  servedPort: number;
}

/** What one parent of a route makes of it. */
export interface ParentVerdict {
  ref: ParentRef;
  gateway: Gateway;
  /** The listeners that took the route; empty when there is a problem. */
  attachments: Attachment[];
  problem: AttachProblem | FilterProblem | null;
}

/** A route with at least one parent of ours, or with remains of a status that we wrote. */
export interface RouteVerdict {
  route: HttpRoute;
  parents: ParentVerdict[];
  rules: CompiledRule[];
  backendProblems: BackendProblem[];
}

export interface ListenerVerdict {
  listener: Listener;
  problem: ListenerProblem | null;
  attachedRoutes: number;
}

/** The judgement on a whole cluster: the table and every status are made from it. */
export interface Assessment {
  gatewayClasses: GatewayClass[];
  gateways: { gateway: Gateway; listeners: ListenerVerdict[] }[];
  routes: RouteVerdict[];
}

function judgeParent(
  world: World,
  claim: Claim,
  route: HttpRoute,
  ref: ParentRef,
  gateway: Gateway,
  ruleProblem: FilterProblem | null,
): ParentVerdict {
  const result = attach(world, gateway, route, ref, claim.servedPort);
  if (!Array.isArray(result)) {
    return { ref, gateway, attachments: [], problem: result };
  }
  if (ruleProblem) {
    return { ref, gateway, attachments: [], problem: ruleProblem };
  }
  return { ref, gateway, attachments: result, problem: null };
}

function judgeRoute(
  world: World,
  directory: Directory,
  claim: Claim,
  gateways: Gateway[],
  route: HttpRoute,
): RouteVerdict {
  const ruleProblem = checkRules(route);
  const parents = (route.spec.parentRefs ?? []).flatMap(ref => {
    const gateway = parentGateway(gateways, route, ref);
    return gateway
      ? [judgeParent(world, claim, route, ref, gateway, ruleProblem)]
      : [];
  });
  if (parents.length === 0 || ruleProblem) {
    return { route, parents, rules: [], backendProblems: [] };
  }
  const compiled = (route.spec.rules ?? [{}]).map(rule =>
    compileRule(directory, route.metadata.namespace ?? '', rule),
  );
  return {
    route,
    parents,
    rules: compiled.map(({ rule }) => rule),
    backendProblems: compiled.flatMap(({ problems }) => problems),
  };
}

function countAttached(
  routes: RouteVerdict[],
  gateway: Gateway,
  listener: Listener,
): number {
  return routes.filter(({ parents }) =>
    parents.some(
      parent =>
        parent.gateway === gateway &&
        parent.attachments.some(attachment => attachment.listener === listener),
    ),
  ).length;
}

/** Judges everything that belongs to our controller name. Pure; reads the world only. */
export function assess(world: World, claim: Claim): Assessment {
  const gatewayClasses = world.gatewayClasses.filter(
    ({ spec }) => spec.controllerName === claim.controllerName,
  );
  const classNames = new Set(
    gatewayClasses.map(({ metadata }) => metadata.name),
  );
  const gateways = world.gateways.filter(({ spec }) =>
    classNames.has(spec.gatewayClassName),
  );
  const directory = new Directory(world);
  const routes = world.httpRoutes
    .map(route => judgeRoute(world, directory, claim, gateways, route))
    .filter(
      ({ route, parents }) =>
        parents.length > 0 ||
        (route.status?.parents ?? []).some(
          ({ controllerName }) => controllerName === claim.controllerName,
        ),
    );
  return {
    gatewayClasses,
    gateways: gateways.map(gateway => ({
      gateway,
      listeners: gateway.spec.listeners.map(listener => ({
        listener,
        problem: listenerProblem(listener, claim.servedPort),
        attachedRoutes: countAttached(routes, gateway, listener),
      })),
    })),
    routes,
  };
}

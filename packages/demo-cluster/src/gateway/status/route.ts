// SPDX-License-Identifier: Apache-2.0
import { HttpRoute, ParentRef, RouteParentStatus } from '../objects';
import { ParentVerdict, RouteVerdict } from '../table/assess';
import { condition, stampConditions } from './conditions';

const keyOf = (ref: ParentRef) =>
  JSON.stringify([
    ref.group,
    ref.kind,
    ref.namespace,
    ref.name,
    ref.sectionName,
    ref.port,
  ]);

function parentStatus(
  parent: ParentVerdict,
  { route, backendProblems }: RouteVerdict,
  controllerName: string,
  now: number,
): RouteParentStatus {
  const generation = route.metadata.generation;
  const present = route.status?.parents?.find(
    entry =>
      entry.controllerName === controllerName &&
      keyOf(entry.parentRef) === keyOf(parent.ref),
  );
  const unresolved = backendProblems[0];
  const wanted = [
    condition(
      'Accepted',
      parent.problem === null,
      parent.problem?.reason ?? 'Accepted',
      parent.problem?.message ?? 'The route is attached',
      generation,
    ),
    condition(
      'ResolvedRefs',
      unresolved === undefined,
      unresolved?.reason ?? 'ResolvedRefs',
      unresolved?.message ?? 'All references lead somewhere',
      generation,
    ),
  ];
  return {
    parentRef: parent.ref,
    controllerName,
    conditions: stampConditions(wanted, present?.conditions, now),
  };
}

/** The status of a route: what other controllers wrote stays, our part is made anew. */
export function routeStatus(
  verdict: RouteVerdict,
  controllerName: string,
  now: number,
): HttpRoute['status'] {
  const foreign = (verdict.route.status?.parents ?? []).filter(
    entry => entry.controllerName !== controllerName,
  );
  const ours = verdict.parents.map(parent =>
    parentStatus(parent, verdict, controllerName, now),
  );
  return { parents: [...foreign, ...ours] };
}

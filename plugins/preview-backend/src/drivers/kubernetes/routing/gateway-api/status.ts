// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from '@preview-environments/backstage-plugin-preview-common';
import type { RouteObservation } from '@preview-environments/backstage-plugin-preview-node';
import { problem } from '../../observe/refusal';
import type { RouteView } from '../../state/views';
import { parentName } from './teamRoutes';
import type { ParentRef } from './model';

const REQUIRED = ['Accepted', 'ResolvedRefs'] as const;

/**
 * Whether the gateways have taken the overlays: every parent must have said
 * so about the present generation.
 */
export function judgeRoutes(routes: RouteView[]): RouteObservation {
  const said = routes.flatMap(route =>
    (route.spec.parentRefs ?? []).map(parent => judgeParent(route, parent)),
  );
  const evidence = said.flatMap(each => each.refused);
  if (evidence.length) {
    return {
      state: 'rejected',
      problem: problem('RouteRejected', { evidence, fatal: false }),
    };
  }
  if (said.length === 0) {
    return { state: 'detached', problem: null };
  }
  return {
    state: said.every(each => each.accepted) ? 'attached' : 'pending',
    problem: null,
  };
}

function judgeParent(
  route: RouteView,
  parent: ParentRef,
): { accepted: boolean; refused: Evidence[] } {
  const status = route.parents.find(({ parentRef }) =>
    sameParent(parentRef, parent, route.namespace),
  );
  const current = (status?.conditions ?? []).filter(
    ({ observedGeneration }) => (observedGeneration ?? 0) >= route.generation,
  );
  const refused = current.filter(
    ({ type, status: value }) =>
      REQUIRED.some(each => each === type) && value === 'False',
  );
  return {
    accepted: REQUIRED.every(type =>
      current.some(each => each.type === type && each.status === 'True'),
    ),
    refused: refused.map(({ type, reason, message, lastTransitionTime }) => ({
      kind: 'condition',
      text: `${parentName(parent, route.namespace)} says ${type}=False, ${
        reason ?? ''
      }: ${message ?? ''}`,
      at: lastTransitionTime ?? null,
    })),
  };
}

/** Whether two references of routes of a namespace name the same listener. */
export function sameParent(
  one: ParentRef,
  other: ParentRef,
  namespace: string,
): boolean {
  return (
    parentName(one, namespace) === parentName(other, namespace) &&
    (one.sectionName ?? null) === (other.sectionName ?? null) &&
    (one.port ?? null) === (other.port ?? null)
  );
}

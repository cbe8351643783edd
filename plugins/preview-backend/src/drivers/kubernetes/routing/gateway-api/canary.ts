// SPDX-License-Identifier: Apache-2.0
import type { HeaderFilter } from '@preview-environments/backstage-plugin-preview-common';
import { createHash } from 'node:crypto';
import { baseName, canaryName } from '../../objects/names';
import type { RouteView } from '../../state/views';
import type { BackendRef, HttpRouteSpec, ParentRef } from './model';
import type { Overlay } from './overlay';
import { markResponses } from './responseFilter';
import { sameParent } from './status';
import type { Carrier } from './trust';

export interface CanaryInput {
  /** Name of the session's objects. */
  base: string;
  namespace: string;
  overlays: Overlay[];
  /** Listeners in doubt. */
  doubted: Carrier[];
  /** Ids of the listeners that passed since the process began. */
  proven: ReadonlySet<string>;
  /** Overlays of the session that exist. */
  present: RouteView[];
  filter: HeaderFilter;
  key: string;
}

/** A route to be tried before the overlays are attached. */
export interface Canary {
  name: string;
  /** Ids of the listeners that have passed when it has. */
  listeners: string[];
  parentRefs: ParentRef[];
  hostnames?: string[];
  backend: BackendRef;
  filter: HeaderFilter;
  key: string;
}

/**
 * What has to be tried before the overlays may be written; `null` = nothing.
 * The listeners of one controller at a time: two requests take one way. A
 * session whose overlay hangs on a listener has been through this.
 */
export function planCanary(input: CanaryInput): Canary | null {
  const { overlays, present, namespace, filter, key } = input;
  const open = input.doubted.filter(
    ({ id, parent }) =>
      !input.proven.has(id) &&
      !present.some(({ spec }) =>
        (spec.parentRefs ?? []).some(each =>
          sameParent(each, parent, namespace),
        ),
      ),
  );
  const [first] = open;
  const overlay =
    first &&
    overlays.find(({ spec }) => spec.parentRefs?.includes(first.parent));
  const backend = overlay?.spec.rules?.[0]?.backendRefs?.[0];
  if (!overlay || !backend) {
    return null;
  }
  const together = open.filter(
    ({ controller, parent }) =>
      controller === first.controller &&
      overlay.spec.parentRefs!.includes(parent),
  );
  const { hostnames } = overlay.spec;
  return {
    name: canaryName(input.base),
    listeners: together.map(({ id }) => id),
    parentRefs: together.map(({ parent }) => parent),
    ...(hostnames ? { hostnames } : {}),
    backend,
    filter,
    key,
  };
}

/**
 * A path that nobody can guess and our header: a gateway that ignores header
 * matches sends the preview requests to that path, and there are none but
 * ours. The UID of the root makes it the same for every replica.
 */
export function canarySpec(canary: Canary, rootUid: string): HttpRouteSpec {
  const { parentRefs, hostnames, backend, filter, key } = canary;
  const secret = createHash('sha256')
    .update(`canary ${rootUid}`)
    .digest('hex')
    .slice(0, 32);
  return {
    parentRefs,
    ...(hostnames ? { hostnames } : {}),
    rules: [
      {
        matches: [
          {
            path: { type: 'Exact', value: `/.preview-canary-${secret}` },
            headers: [
              { type: 'Exact', name: filter.name, value: filter.value },
            ],
          },
        ],
        filters: markResponses([], key, filter.name),
        backendRefs: [{ name: backend.name, port: backend.port }],
      },
    ],
  };
}

/** Overlays without the canary. */
export function overlaysOf(routes: RouteView[]): RouteView[] {
  return routes.filter(
    ({ name, sessionId, key }) => name !== canaryName(baseName(sessionId, key)),
  );
}

// SPDX-License-Identifier: Apache-2.0
import type { GatewayConfig } from '../../../../config/types';
import type { HttpRoute, ParentRef } from './model';
import type { Overlay, Overlays, RouteRefusal } from './overlay';
import { sameParent } from './status';
import { parentName } from './teamRoutes';

/** A listener that overlays are attached to, and who serves it. */
export interface Carrier {
  /** Of controller and listener, to remember it by. */
  id: string;
  parent: ParentRef;
  /** `null`: no gateway has said anything about the team's route. */
  controller: string | null;
}

/** Whether the gateways under the overlays keep requests apart. */
export interface Trust {
  /** Why nothing may be attached. */
  refusal: RouteRefusal | null;
  carriers: Carrier[];
  /** Those to be tried with a canary before anything is attached. */
  doubted: Carrier[];
}

/**
 * Who serves the parents of the overlays shows in the status of the team's
 * routes, so this is judged anew whenever they change.
 */
export function trustOf(
  gateway: GatewayConfig,
  namespace: string,
  { overlays, beside }: Pick<Overlays, 'overlays' | 'beside'>,
): Trust {
  const carriers = carriersOf(namespace, overlays, beside);
  const trust = ({ controller }: Carrier) =>
    (controller && gateway.controllers[controller]) || 'unverified';
  const unsupported = carriers.find(each => trust(each) === 'unsupported');
  const unverified = carriers.filter(each => trust(each) === 'unverified');
  const probed = gateway.url !== null && gateway.probePath !== null;
  if (unsupported) {
    return {
      refusal: {
        code: 'RouteRejected',
        message: `The gateway of ${unsupported.controller} does not keep requests with a header apart.`,
      },
      carriers,
      doubted: [],
    };
  }
  if (unverified.length > 0 && !probed && !gateway.allowUnprobed) {
    return {
      refusal: {
        code: 'ControllerUnverified',
        message: `${namesOf(
          unverified,
        )} is not known to keep requests apart, and there is no path to check it.`,
      },
      carriers,
      doubted: [],
    };
  }
  return { refusal: null, carriers, doubted: probed ? unverified : [] };
}

/** Their controllers, for people. */
export function namesOf(carriers: Carrier[]): string {
  const names = carriers.map(({ controller }) => controller ?? 'The gateway');
  return [...new Set(names)].join(', ');
}

function carriersOf(
  namespace: string,
  overlays: Overlay[],
  beside: HttpRoute[],
): Carrier[] {
  const found = new Map<string, Carrier>();
  for (const parent of overlays.flatMap(({ spec }) => spec.parentRefs ?? [])) {
    const said = beside.flatMap(({ status }) =>
      (status?.parents ?? [])
        .filter(({ parentRef }) => sameParent(parentRef, parent, namespace))
        .map(({ controllerName }) => controllerName),
    );
    for (const controller of said.length ? said : [null]) {
      const id = JSON.stringify([
        controller,
        parentName(parent, namespace),
        parent.sectionName ?? null,
        parent.port ?? null,
      ]);
      found.set(id, found.get(id) ?? { id, parent, controller });
    }
  }
  return [...found.values()];
}

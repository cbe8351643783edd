// SPDX-License-Identifier: Apache-2.0
import { isDeepStrictEqual } from 'node:util';
import { KubeObject } from '../objects';
import { Assessment } from '../table/assess';
import { gatewayStatus } from './gateway';
import { gatewayClassStatus } from './gatewayClass';
import { routeStatus } from './route';

/** A status that differs from what the object carries. */
export interface StatusChange {
  plural: 'gatewayclasses' | 'gateways' | 'httproutes';
  object: KubeObject;
  status: object;
}

export interface StatusContext {
  controllerName: string;
  /** Under which the data plane is reached: an IP address or a hostname. */
  address: string;
  /** Epoch milliseconds. */
  now: number;
}

const covers = (present: object | undefined, wanted: object) =>
  Object.entries(wanted).every(([key, value]) =>
    isDeepStrictEqual((present as Record<string, unknown>)?.[key], value),
  );

/** All statuses that must be written so that the cluster shows the judgement. */
export function statusChanges(
  assessment: Assessment,
  { controllerName, address, now }: StatusContext,
): StatusChange[] {
  const changes: StatusChange[] = [];
  const compare = (
    plural: StatusChange['plural'],
    object: KubeObject & { status?: object },
    status: object | undefined,
  ) => {
    if (status && !covers(object.status, status)) {
      changes.push({ plural, object, status });
    }
  };
  for (const gatewayClass of assessment.gatewayClasses) {
    compare(
      'gatewayclasses',
      gatewayClass,
      gatewayClassStatus(gatewayClass, now),
    );
  }
  for (const verdict of assessment.gateways) {
    compare('gateways', verdict.gateway, gatewayStatus(verdict, address, now));
  }
  for (const verdict of assessment.routes) {
    compare(
      'httproutes',
      verdict.route,
      routeStatus(verdict, controllerName, now),
    );
  }
  return changes;
}

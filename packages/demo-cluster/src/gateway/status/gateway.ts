// SPDX-License-Identifier: Apache-2.0
import { isIP } from 'node:net';
import { Gateway, ListenerStatus } from '../objects';
import { Assessment, ListenerVerdict } from '../table/assess';
import { routeKinds } from '../table/listeners';
import { condition, stampConditions } from './conditions';

function listenerStatus(
  { listener, problem, attachedRoutes }: ListenerVerdict,
  gateway: Gateway,
  now: number,
): ListenerStatus {
  const { supported, unknown } = routeKinds(listener);
  const generation = gateway.metadata.generation;
  const present = gateway.status?.listeners?.find(
    ({ name }) => name === listener.name,
  );
  const served = problem === null;
  const conditions = [
    condition(
      'Accepted',
      served,
      problem?.reason ?? 'Accepted',
      problem?.message ?? 'The listener is served',
      generation,
    ),
    condition(
      'Programmed',
      served,
      served ? 'Programmed' : 'Invalid',
      problem?.message ?? 'The listener takes requests',
      generation,
    ),
    condition(
      'ResolvedRefs',
      unknown.length === 0,
      unknown.length === 0 ? 'ResolvedRefs' : 'InvalidRouteKinds',
      unknown.length === 0
        ? 'All references lead somewhere'
        : `kinds ${unknown.join(', ')} are not supported, only HTTPRoute is`,
      generation,
    ),
    condition(
      'Conflicted',
      false,
      'NoConflicts',
      'No other listener is in the way',
      generation,
    ),
  ];
  return {
    name: listener.name,
    supportedKinds: supported,
    attachedRoutes,
    conditions: stampConditions(conditions, present?.conditions, now),
  };
}

/** The status of a Gateway of ours, reachable at `address`. */
export function gatewayStatus(
  { gateway, listeners }: Assessment['gateways'][number],
  address: string,
  now: number,
): Gateway['status'] {
  const generation = gateway.metadata.generation;
  const served = listeners.filter(({ problem }) => problem === null).length;
  const complete = served === listeners.length;
  const some = served > 0;
  const conditions = [
    condition(
      'Accepted',
      some,
      complete ? 'Accepted' : 'ListenersNotValid',
      `${served} of ${listeners.length} listeners are served`,
      generation,
    ),
    condition(
      'Programmed',
      some,
      some ? 'Programmed' : 'Invalid',
      some ? 'The Gateway takes requests' : 'No listener takes requests',
      generation,
    ),
  ];
  return {
    addresses: [
      { type: isIP(address) ? 'IPAddress' : 'Hostname', value: address },
    ],
    conditions: stampConditions(conditions, gateway.status?.conditions, now),
    listeners: listeners.map(verdict => listenerStatus(verdict, gateway, now)),
  };
}

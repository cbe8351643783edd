// SPDX-License-Identifier: Apache-2.0
import { GatewayClass } from '../objects';
import { condition, stampConditions } from './conditions';

/** What this gateway can do beyond the core, in the words of the Gateway API, sorted. */
export const supportedFeatures = [
  'Gateway',
  'HTTPRoute',
  'HTTPRouteBackendRequestHeaderModification',
  'HTTPRouteBackendTimeout',
  'HTTPRouteHostRewrite',
  'HTTPRouteMethodMatching',
  'HTTPRoutePathRedirect',
  'HTTPRoutePathRewrite',
  'HTTPRoutePortRedirect',
  'HTTPRouteQueryParamMatching',
  'HTTPRouteRequestMirror',
  'HTTPRouteRequestMultipleMirrors',
  'HTTPRouteRequestPercentageMirror',
  'HTTPRouteRequestTimeout',
  'HTTPRouteResponseHeaderModification',
  'HTTPRouteSchemeRedirect',
  'ReferenceGrant',
];

/** The status of a GatewayClass that names our controller. */
export function gatewayClassStatus(
  gatewayClass: GatewayClass,
  now: number,
): GatewayClass['status'] {
  const { metadata, status } = gatewayClass;
  const accepted = condition(
    'Accepted',
    true,
    'Accepted',
    'The demo gateway serves Gateways of this class',
    metadata.generation,
  );
  return {
    conditions: stampConditions([accepted], status?.conditions, now),
    supportedFeatures: supportedFeatures.map(name => ({ name })),
  };
}

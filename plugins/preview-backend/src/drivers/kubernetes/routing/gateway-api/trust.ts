// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@preview-environments/backstage-plugin-preview-common';
import type { GatewayConfig } from '../../../../config/types';
import { failed, passed, warned } from '../../preflight/check';
import type { HttpRoute } from './model';

const NAME = 'gateway';

/**
 * Whether the gateways of the team's routes are known to keep requests
 * apart. Who they are shows in the status that they have written.
 */
export function judgeTrust(gateway: GatewayConfig, routes: HttpRoute[]): Check {
  const controllers = [
    ...new Set(
      routes.flatMap(({ status }) =>
        (status?.parents ?? []).map(({ controllerName }) => controllerName),
      ),
    ),
  ];
  const trust = (name: string) => gateway.controllers[name] ?? 'unverified';
  const unsupported = controllers.find(each => trust(each) === 'unsupported');
  if (unsupported) {
    return failed(
      NAME,
      'RouteRejected',
      `The gateway of ${unsupported} does not keep requests with a header apart.`,
    );
  }
  const unverified = controllers.filter(each => trust(each) === 'unverified');
  if (controllers.length > 0 && unverified.length === 0) {
    return passed(NAME, `${controllers.join(', ')} is verified.`);
  }
  const who = unverified.join(', ') || 'The gateway';
  const probed = gateway.url !== null && gateway.probePath !== null;
  if (probed) {
    return passed(NAME, `${who} is checked by two requests after each start.`);
  }
  return gateway.allowUnprobed
    ? warned(NAME, `${who} is not verified, and there is no path to check it.`)
    : failed(NAME, 'ControllerUnverified');
}

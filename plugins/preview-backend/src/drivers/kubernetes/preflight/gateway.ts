// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@preview-environments/backstage-plugin-preview-common';
import type { GatewayConfig } from '../../../config/types';
import { namesOf, type Trust } from '../routing/gateway-api/trust';
import { failed, passed, warned } from './check';

const NAME = 'gateway';

/** What is known of the gateways that would carry the preview. */
export function gatewayCheck(
  { refusal, carriers, doubted }: Trust,
  { controllers }: GatewayConfig,
): Check {
  if (refusal) {
    return failed(NAME, refusal.code, refusal.message);
  }
  if (doubted.length > 0) {
    return passed(
      NAME,
      `${namesOf(
        doubted,
      )} is tried on a path of its own before the first preview is attached, and checked by two requests after each start.`,
    );
  }
  const known = carriers.every(
    ({ controller }) => controller && controllers[controller] === 'verified',
  );
  return known
    ? passed(NAME, `${namesOf(carriers)} is verified.`)
    : warned(
        NAME,
        `${namesOf(
          carriers,
        )} is not verified, and there is no path to check it.`,
      );
}

// SPDX-License-Identifier: Apache-2.0
import {
  DEFAULT_HEADER,
  filterHeaders,
  type HeaderFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Verification } from '@preview-environments/backstage-plugin-preview-node';
import type { GatewayConfig } from '../../../config/types';
import type { HttpRouteSpec } from './gateway-api/model';
import { probe, type ProbeAnswer } from './probe';
import { probeTarget } from './probeTarget';

export interface VerifyInput {
  gateway: GatewayConfig;
  routes: HttpRouteSpec[];
  filter: HeaderFilter;
  key: string;
  /** A server error without the key shows nothing; else it may be production's. */
  strict?: boolean;
}

/**
 * One request with and one without the key, to the configured gateway only.
 * An answer of a preview carries its key; whose answer it is shows nowhere
 * else.
 */
export async function verifyRouting(input: VerifyInput): Promise<Verification> {
  const { gateway, filter, key, strict = false } = input;
  const target = probeTarget(gateway, input.routes);
  if ('reason' in target) {
    return { state: 'not-checked', message: target.reason, evidence: [] };
  }
  // One after the other: a gateway that is just taking the route in would
  // answer the first one by its old table, and look as if it kept them apart.
  const withKey = await probe(target, filterHeaders(filter, key));
  const without = await probe(target, {});
  const header = Object.entries(filterHeaders(filter, key))
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
  return judge({ key, strict }, without, withKey, [
    `GET ${target.shown} without the key: ${describe(without)}`,
    `GET ${target.shown} with ${header}: ${describe(withKey)}`,
  ]);
}

/** A leak outweighs everything else. */
export function judge(
  { key, strict }: { key: string; strict: boolean },
  without: ProbeAnswer,
  withKey: ProbeAnswer,
  evidence: string[],
): Verification {
  if ('status' in without && without.key !== null) {
    return {
      state: 'leak',
      message: `A request without the key was answered by the preview ${without.key}.`,
      evidence,
    };
  }
  if ('error' in withKey || 'error' in without) {
    return {
      state: 'failed',
      message: 'The gateway did not answer.',
      evidence,
    };
  }
  if (strict && without.status >= 500) {
    return {
      state: 'failed',
      message: `The gateway answered ${without.status} to a request without the key.`,
      evidence,
    };
  }
  if (withKey.key !== key) {
    return {
      state: 'failed',
      message:
        withKey.key === null
          ? 'A request with the key was not answered by the preview.'
          : `A request with the key was answered by the preview ${withKey.key}.`,
      evidence,
    };
  }
  return {
    state: 'verified',
    message: 'Requests with the key reach the preview, others do not.',
    evidence,
  };
}

function describe(answer: ProbeAnswer): string {
  return 'error' in answer
    ? answer.error
    : `${answer.status}, ${DEFAULT_HEADER}: ${answer.key ?? 'none'}`;
}

// SPDX-License-Identifier: Apache-2.0
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { z } from 'zod';
import { previewSchema } from './schema';
import type { PreviewConfig } from './types';

/**
 * Reads the `preview` section once, at start-up.
 *
 * @param ownRunbooks - address of the pages that come with the product
 * @throws Error that lists every key at fault, each with what it must be
 */
export function readConfig(
  root: RootConfigService,
  ownRunbooks: string,
): PreviewConfig {
  const read = previewSchema.safeParse(root.getOptional('preview') ?? {});
  if (!read.success) {
    const faults = read.error.issues.map(describe);
    throw new Error(
      `The configuration is not valid:\n  ${faults.join('\n  ')}`,
    );
  }
  const { defaults, runbooks, ...rest } = read.data;
  return {
    ...rest,
    defaults: { ttl: defaults.ttl, trafficMode: defaults.traffic.mode },
    runbooksUrl: runbooks.url ?? ownRunbooks,
  };
}

function describe(issue: z.core.$ZodIssue): string {
  const path = issue.path.reduce<string>(
    (joined, part) =>
      typeof part === 'number'
        ? `${joined}[${part}]`
        : `${joined}.${String(part)}`,
    'preview',
  );
  return issue.code === 'unrecognized_keys'
    ? `${issue.keys
        .map(key => `${path}.${key}`)
        .join(', ')}: not known; remove it or check its spelling`
    : `${path}: ${issue.message}`;
}

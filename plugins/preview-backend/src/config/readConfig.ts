// SPDX-License-Identifier: Apache-2.0
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { z } from 'zod';
import { externalAccessFaults } from './externalAccess';
import { previewSchema } from './schema';
import type { PreviewConfig } from './types';

/** As workflows must be allowed to call it. */
const PLUGIN = 'preview';

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
    throw invalid(read.error.issues.map(describe));
  }
  const { defaults, runbooks, ...rest } = read.data;
  const unsafe = externalAccessFaults(
    root.getOptional('backend.auth.externalAccess'),
    rest.access.subjects,
    PLUGIN,
  );
  if (unsafe.length > 0) {
    throw invalid(unsafe);
  }
  return {
    ...rest,
    defaults: { ttl: defaults.ttl, trafficMode: defaults.traffic.mode },
    runbooksUrl: runbooks.url ?? ownRunbooks,
  };
}

function invalid(faults: string[]): Error {
  return new Error(`The configuration is not valid:\n  ${faults.join('\n  ')}`);
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

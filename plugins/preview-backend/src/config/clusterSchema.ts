// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { ClusterAccess, ClusterConfig } from './types';
import { flag, httpUrl } from './values';

const text = z.string().min(1);

const gateway = z
  .strictObject({
    url: httpUrl.nullable().default(null),
    probePath: z
      .string()
      .startsWith('/', { error: 'must start with /' })
      .nullable()
      .default(null),
    controllers: z
      .record(z.string(), z.enum(['verified', 'unverified', 'unsupported']))
      .default({}),
    parents: z
      .array(
        z.string().regex(/^[^/]+\/[^/]+$/, { error: 'must be NAMESPACE/NAME' }),
      )
      .default([]),
    allowUnprobed: flag.default(false),
  })
  .prefault({});

const cluster = z
  .strictObject({
    name: text,
    kubeconfig: z
      .strictObject({ file: text, context: text.nullable().default(null) })
      .optional(),
    url: httpUrl.optional(),
    caFile: text.nullable().default(null),
    tokenFile: text.nullable().default(null),
    inCluster: flag.optional(),
    namespaces: z.array(text).min(1, {
      error: 'must list at least one namespace where previews may run',
    }),
    driver: text.default('kubernetes'),
    gateway,
  })
  .transform((raw, context): ClusterConfig => {
    const access = accessOf(raw);
    if (!access) {
      context.addIssue({
        code: 'custom',
        message: 'must have exactly one of kubeconfig, url and inCluster: true',
      });
      return z.NEVER;
    }
    const { name, namespaces, driver } = raw;
    return { name, access, namespaces, driver, gateway: raw.gateway };
  });

function accessOf(raw: {
  kubeconfig?: { file: string; context: string | null };
  url?: string;
  caFile: string | null;
  tokenFile: string | null;
  inCluster?: boolean;
}): ClusterAccess | null {
  const ways: ClusterAccess[] = [];
  if (raw.kubeconfig) ways.push({ type: 'kubeconfig', ...raw.kubeconfig });
  if (raw.url) {
    const { url, caFile, tokenFile } = raw;
    ways.push({ type: 'url', url, caFile, tokenFile });
  }
  if (raw.inCluster) ways.push({ type: 'inCluster' });
  return ways.length === 1 ? ways[0] : null;
}

export const clusters = z
  .array(cluster)
  .default([])
  .refine(list => new Set(list.map(each => each.name)).size === list.length, {
    message: 'must have a name of its own each',
  });

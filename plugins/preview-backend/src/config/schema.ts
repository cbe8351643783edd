// SPDX-License-Identifier: Apache-2.0
import {
  FILTER_TYPES,
  INPUT_NAMES,
} from '@preview-environments/backstage-plugin-preview-common';
import { z } from 'zod';
import { audit } from './auditSchema';
import { clusters } from './clusterSchema';
import { subject } from './subjectSchema';
import { count, duration, entityRef, flag, httpUrl } from './values';

const names = z.array(z.string().min(1)).default([]);
const HOUR = 3_600_000;
const MINUTE = 60_000;

const images = z
  .strictObject({ allow: names, requireDigest: flag.default(false) })
  .prefault({});

const quotas = z
  .strictObject({
    perUser: count.default(5),
    perOwner: count.default(20),
    perEntity: count.nullable().default(null),
    perCluster: count.nullable().default(null),
  })
  .prefault({});

const ttl = z
  .strictObject({
    min: duration.default(5 * MINUTE),
    max: duration.default(72 * HOUR),
    lifetime: duration.nullable().default(null),
  })
  .refine(({ min, max }) => min <= max, {
    message: 'min must not be above max',
    path: ['min'],
  })
  .prefault({});

const policy = z
  .strictObject({
    start: z.enum(['owners', 'readers']).default('owners'),
    signOff: z.enum(['readers', 'owners']).default('readers'),
    pin: z.enum(['admins', 'owners']).default('admins'),
    ttl,
    images,
    env: z.strictObject({ allow: names }).prefault({}),
    claims: z
      .literal('empty', {
        error:
          'must be empty: claims of the workload cannot be mounted readOnly or shared yet',
      })
      .default('empty'),
    filters: z
      .strictObject({ allow: z.array(z.enum(FILTER_TYPES)).default([]) })
      .prefault({}),
    inputs: z
      .strictObject({ allow: z.array(z.enum(INPUT_NAMES)).default([]) })
      .prefault({}),
    quotas,
  })
  // There is one way only, so nobody has to ask which.
  .transform(({ claims: _, ...rest }) => rest)
  .prefault({});

const link = z.strictObject({
  title: z.string().min(1),
  url: z.string().regex(/^https?:\/\//, {
    error: 'must start with http:// or https://',
  }),
  icon: z.string().nullable().default(null),
});

const notifications = z
  .strictObject({
    page: z
      .string()
      .regex(/^\/\S*$/, { error: 'must be a path that starts with /' })
      .transform(path => path.replace(/\/+$/, ''))
      .default('/previews'),
    warnBefore: z.array(duration).default([24 * HOUR, 2 * HOUR, 15 * MINUTE]),
  })
  .prefault({});

/** The `preview` section. Every object refuses keys that it does not know. */
export const previewSchema = z
  .strictObject({
    clusters,
    defaults: z
      .strictObject({
        ttl: duration.default(8 * HOUR),
        traffic: z
          .strictObject({ mode: z.enum(['steal', 'none']).default('steal') })
          .prefault({}),
      })
      .prefault({}),
    policy,
    targets: z
      .strictObject({
        trustCatalog: flag.default(false),
        namespaces: z
          .record(z.string(), z.array(entityRef('group')))
          .default({}),
      })
      .prefault({}),
    routing: z
      .strictObject({
        headers: z
          .array(
            z
              .string()
              .toLowerCase()
              .regex(/^[!#$%&'*+.^_`|~0-9a-z-]+$/),
          )
          .min(1)
          .default(['x-preview-key']),
        policyKinds: names,
      })
      .prefault({}),
    lifecycle: z
      .strictObject({
        backstopGrace: duration.default(MINUTE),
        keepFailed: duration.default(15 * MINUTE),
        keepLogs: duration.default(7 * 24 * HOUR),
        readinessTimeout: duration.default(10 * MINUTE),
      })
      .prefault({}),
    freeze: flag.default(false),
    access: z
      .strictObject({
        admins: z.array(entityRef('group')).default([]),
        subjects: z.array(subject).default([]),
      })
      .prefault({}),
    notifications,
    audit,
    links: z.array(link).default([]),
    runbooks: z
      .strictObject({ url: httpUrl.nullable().default(null) })
      .prefault({}),
  })
  .refine(
    ({ defaults, policy: { ttl: limits } }) =>
      defaults.ttl >= limits.min && defaults.ttl <= limits.max,
    {
      message: 'must lie between policy.ttl.min and policy.ttl.max',
      path: ['defaults', 'ttl'],
    },
  );

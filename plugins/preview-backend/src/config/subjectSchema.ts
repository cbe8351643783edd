// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

const names = z.array(z.string().min(1)).default([]);

/** `WORD`, `WORD:VALUE`, `WORD:*` or `WORD:FOLDER/*`. */
const CONTEXT = /^\w+(:([^\s:*]+|([^\s:*]+\/)?\*))?$/;

const github = z.strictObject({
  subjectPrefix: z
    .string()
    .regex(/^[\w.-]+$/, { error: 'must be letters, digits, ".", "_" and "-"' })
    .default('github'),
  owners: z
    .array(
      z.string().regex(/^[\w.-]+(@\d+)?$/, {
        error: 'must be an organization or user of GitHub, NAME or NAME@ID',
      }),
    )
    .min(1, { error: 'must name at least one organization or user' }),
  contexts: z
    .array(
      z.string().regex(CONTEXT, {
        error:
          'must be pull_request, ref:refs/heads/NAME, environment:NAME or alike; * may only be the end, after : or /',
      }),
    )
    .min(1, { error: 'must name at least one, for example pull_request' }),
});

/** A service that may do something, and what. */
export const subject = z
  .strictObject({
    subject: z.string().min(1).nullable().default(null),
    github: github.nullable().default(null),
    entities: names,
    namespaces: names,
    clusters: names,
    actions: z
      .array(z.enum(['read', 'start', 'update', 'extend', 'stop', 'logs']))
      .default([]),
  })
  .refine(entry => (entry.subject === null) !== (entry.github === null), {
    message: 'must have exactly one of subject and github',
  });

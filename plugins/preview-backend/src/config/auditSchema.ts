// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { readSecret } from '../transparency/keys/LogKey';
import { duration, flag, httpUrl } from './values';

const MINUTE = 60_000;

const secret = z.string().transform((text, context) => {
  const key = readSecret(text);
  if (!key) {
    context.addIssue({
      code: 'custom',
      message:
        'must be a private Ed25519 key, as PEM or as base64 of its DER form',
    });
    return z.NEVER;
  }
  return key;
});

const anchor = z
  .strictObject({
    log: flag.default(true),
    file: z.string().min(1).nullable().default(null),
    webhook: z
      .strictObject({
        url: httpUrl,
        token: z.string().min(1).nullable().default(null),
      })
      .nullable()
      .default(null),
    interval: duration.default(MINUTE),
  })
  .prefault({});

const retention = z
  .strictObject({ keep: duration, archive: z.string().min(1) })
  .nullable()
  .default(null);

/** `preview.audit`. */
export const audit = z
  .strictObject({
    signingKey: secret.nullable().default(null),
    previousSigningKeys: z.array(secret).default([]),
    origin: z
      .string()
      .regex(/^[\x21-\x2a\x2c-\x7e]+$/, {
        error: 'must be a name such as portal.example.com/previews, no blanks',
      })
      .nullable()
      .default(null),
    anchor,
    retention,
  })
  .refine(
    ({ signingKey, previousSigningKeys }) =>
      signingKey !== null || previousSigningKeys.length === 0,
    {
      message: 'must stand beside a signingKey',
      path: ['previousSigningKeys'],
    },
  )
  .prefault({});

/** How the audit log is signed, anchored and kept. Durations in ms. */
export type AuditConfig = z.output<typeof audit>;

export type AnchorConfig = AuditConfig['anchor'];

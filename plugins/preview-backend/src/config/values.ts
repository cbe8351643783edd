// SPDX-License-Identifier: Apache-2.0
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { Duration } from 'luxon';
import { z } from 'zod';

/** Environment variables arrive as text, so text counts where it is exact. */
export const count = z
  .union([
    z.number().int().nonnegative(),
    z.string().regex(/^\d+$/).transform(Number),
  ])
  .describe('a whole number, 0 or more');

export const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform(text => text === 'true'),
]);

/** `8h`, `PT8H` or `{ hours: 8 }`, as everywhere in Backstage; milliseconds. */
export const duration = z
  .union([z.string(), z.record(z.string(), z.number())], {
    error: 'must be a duration such as 8h, PT8H or { hours: 8 }',
  })
  .transform((value, context) => {
    try {
      const read = readDurationFromConfig(new ConfigReader({ value }), {
        key: 'value',
      });
      const millis = Duration.fromObject(read).toMillis();
      if (millis > 0) {
        return millis;
      }
    } catch {
      // Told below, in our words: the original names a key of no file.
    }
    context.addIssue({
      code: 'custom',
      message:
        'must be a duration above zero, such as 8h, PT8H or { hours: 8 }',
    });
    return z.NEVER;
  });

/** An http or https address without a slash at its end. */
export const httpUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    context.addIssue({
      code: 'custom',
      message: 'must be an address that starts with http:// or https://',
    });
    return z.NEVER;
  }
  return text.replace(/\/+$/, '');
});

/** An entity ref in full form and lower case. */
export const entityRef = (defaultKind: string) =>
  z.string().transform((text, context) => {
    try {
      return stringifyEntityRef(
        parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
      );
    } catch {
      context.addIssue({
        code: 'custom',
        message: `must be an entity reference such as ${defaultKind}:default/name`,
      });
      return z.NEVER;
    }
  });

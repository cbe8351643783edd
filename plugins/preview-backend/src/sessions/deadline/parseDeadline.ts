// SPDX-License-Identifier: Apache-2.0
import {
  parseDuration,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { DateTime } from 'luxon';

/**
 * When a preview shall end, as asked for. `extendBy` is counted from the
 * present deadline, the others are absolute. Epoch milliseconds.
 */
export type Deadline =
  | { by: 'ttl' | 'expiresAt'; expiresAt: number }
  | { by: 'extendBy'; extension: number };

interface Times {
  ttl?: string;
  expiresAt?: string;
  extendBy?: string;
  pinned?: boolean;
}

const WITH_ZONE = /(Z|[+-]\d{2}:?\d{2})$/i;
/**
 * Further away than any limit, which policy then names, and still exact in
 * every database.
 */
const LATEST = Date.UTC(9000, 0, 1);

/**
 * @returns `null` when no end is asked for
 * @throws PreviewError `DeadlineAmbiguous`, `InvalidDuration`, `InvalidTime`
 */
export function parseDeadline(times: Times, now: number): Deadline | null {
  const { ttl, expiresAt, extendBy, pinned } = times;
  const given = [ttl, expiresAt, extendBy, pinned || undefined].filter(
    each => each !== undefined,
  );
  if (given.length > 1) {
    throw previewError('DeadlineAmbiguous', {
      message: pinned
        ? 'A preview without an end cannot have one.'
        : 'The end is given in more than one way.',
      field: firstField(times),
    });
  }
  if (ttl !== undefined) {
    return {
      by: 'ttl',
      expiresAt: within(now + parseDuration(ttl, 'ttl')),
    };
  }
  if (extendBy !== undefined) {
    return {
      by: 'extendBy',
      extension: within(parseDuration(extendBy, 'extendBy')),
    };
  }
  return expiresAt === undefined
    ? null
    : { by: 'expiresAt', expiresAt: moment(expiresAt, now) };
}

function firstField({ ttl, expiresAt }: Times): string {
  if (ttl !== undefined) {
    return 'ttl';
  }
  return expiresAt !== undefined ? 'expiresAt' : 'extendBy';
}

function within(value: number): number {
  return Math.min(value, LATEST);
}

function moment(text: string, now: number): number {
  const time = WITH_ZONE.test(text) ? DateTime.fromISO(text) : null;
  if (!time?.isValid) {
    throw previewError('InvalidTime', {
      message: 'This is not a moment with a time zone.',
      field: 'expiresAt',
    });
  }
  if (time.toMillis() <= now) {
    const present = DateTime.fromMillis(now, { zone: 'utc' });
    throw previewError('InvalidTime', {
      message: 'The moment lies in the past.',
      hint: `Name a later one; it is ${present.toISO()} now.`,
      field: 'expiresAt',
    });
  }
  return within(time.toMillis());
}

// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'luxon';
import ms from 'ms';
import { previewError } from '../codes/PreviewError';

const SHORT = /^\d{1,9}(\.\d{1,3})?(ms|s|m|h|d|w)$/;
const LONGEST = 40;

/**
 * Reads `PT8H`, `90m`, `2h`, `3d`. A bare number is refused, since nobody can
 * tell its unit.
 *
 * @param field - name of the field, for the error
 * @returns milliseconds, above zero
 * @throws PreviewError `InvalidDuration`
 * @public
 */
export function parseDuration(text: string, field: string): number {
  const millis = Math.round(toMillis(text));
  if (!Number.isFinite(millis) || millis <= 0) {
    throw previewError('InvalidDuration', {
      message: `"${text.slice(0, LONGEST)}" is not a duration above zero.`,
      field,
    });
  }
  return millis;
}

function toMillis(text: string): number {
  if (text.length > LONGEST) {
    return NaN;
  }
  return SHORT.test(text)
    ? ms(text as ms.StringValue)
    : Duration.fromISO(text).toMillis();
}

/** A duration for people, for example `2 hours, 5 minutes`. @public */
export function describeDuration(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const whole = Duration.fromObject(
    seconds < 120
      ? { seconds }
      : { days: 0, hours: 0, minutes: Math.round(seconds / 60) },
    { locale: 'en' },
  );
  const parts = (seconds < 120 ? whole : whole.normalize()).toObject();
  const kept = Object.entries(parts).filter(([, value]) => value);
  return kept.length
    ? Duration.fromObject(Object.fromEntries(kept), { locale: 'en' }).toHuman()
    : '0 seconds';
}

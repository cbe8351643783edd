// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import { DateTime } from 'luxon';
import { shortDuration } from '../../model/duration';
import { useWords } from '../../translation/useWords';

/** Time as people read it, in their zone and language. */
export interface TimeFormat {
  /** Two units, such as `5 h 12 min`. */
  duration(millis: number): string;
  /** Day and time with seconds and zone. */
  exact(iso: string): string;
  /** Weekday and time, such as `Fri 18:40`; the date where it is far. */
  short(iso: string, now: number): string;
  /** Time to the second, with the date unless it is today. */
  toSecond(iso: string, now: number): string;
  /** Such as `2 hours ago`. */
  relative(iso: string, now: number): string;
}

const NEAR_DAYS = 6;

export function useTimeFormat(): TimeFormat {
  const t = useWords();
  return useMemo(
    () => ({
      duration: millis =>
        shortDuration(millis, {
          d: t('units.d'),
          h: t('units.h'),
          min: t('units.min'),
          s: t('units.s'),
        }),
      exact: iso =>
        DateTime.fromISO(iso).toLocaleString(
          DateTime.DATETIME_FULL_WITH_SECONDS,
        ),
      short: (iso, now) => {
        const time = DateTime.fromISO(iso);
        const days = Math.abs(time.diff(DateTime.fromMillis(now), 'days').days);
        return days < NEAR_DAYS
          ? time.toLocaleString({
              weekday: 'short',
              hour: '2-digit',
              minute: '2-digit',
              hourCycle: 'h23',
            })
          : time.toLocaleString(DateTime.DATETIME_MED);
      },
      toSecond: (iso, now) => {
        const time = DateTime.fromISO(iso);
        const clock = time.toFormat('HH:mm:ss');
        return time.hasSame(DateTime.fromMillis(now), 'day')
          ? clock
          : `${time.toISODate()} ${clock}`;
      },
      relative: (iso, now) =>
        (Math.abs(Date.parse(iso) - now) < 1000
          ? null
          : DateTime.fromISO(iso).toRelative({
              base: DateTime.fromMillis(now),
            })) ?? t('time.justNow'),
    }),
    [t],
  );
}

// SPDX-License-Identifier: Apache-2.0

/** Units as they follow a number; translatable. */
export interface Units {
  d: string;
  h: string;
  min: string;
  s: string;
}

/** @see shortDuration */
export const UNITS: Units = { d: 'd', h: 'h', min: 'min', s: 's' };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A duration as its two largest units, rounded down, so that a deadline never
 * looks further away than it is: `3 d 4 h`, `5 h 12 min`, `14 min`, `8 s`.
 */
export function shortDuration(millis: number, units: Units = UNITS): string {
  const rest = Math.max(0, millis);
  const part = (size: number, within: number) =>
    Math.floor((rest % within) / size);
  const pick: [number, string][] =
    rest >= DAY
      ? [
          [Math.floor(rest / DAY), units.d],
          [part(HOUR, DAY), units.h],
        ]
      : rest >= HOUR
      ? [
          [part(HOUR, DAY), units.h],
          [part(MINUTE, HOUR), units.min],
        ]
      : rest >= 2 * MINUTE
      ? [[part(MINUTE, HOUR), units.min]]
      : [[Math.floor(rest / SECOND), units.s]];
  return pick
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, unit]) => `${count}\u00a0${unit}`)
    .join(' ');
}

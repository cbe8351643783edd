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

/** The units to tell and how many of each, largest first. */
function parts(rest: number): [number, keyof Units][] {
  const part = (size: number, within: number) =>
    Math.floor((rest % within) / size);
  if (rest >= DAY) {
    return [
      [Math.floor(rest / DAY), 'd'],
      [part(HOUR, DAY), 'h'],
    ];
  }
  if (rest >= HOUR) {
    return [
      [part(HOUR, DAY), 'h'],
      [part(MINUTE, HOUR), 'min'],
    ];
  }
  return rest >= 2 * MINUTE
    ? [[part(MINUTE, HOUR), 'min']]
    : [[Math.floor(rest / SECOND), 's']];
}

/**
 * A duration as its two largest units, rounded down, so that a deadline never
 * looks further away than it is: `3 d 4 h`, `5 h 12 min`, `14 min`, `8 s`.
 */
export function shortDuration(millis: number, units: Units = UNITS): string {
  return parts(Math.max(0, millis))
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, unit]) => `${count}\u00a0${units[unit]}`)
    .join(' ');
}

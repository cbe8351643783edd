// SPDX-License-Identifier: Apache-2.0
import type { TrafficInterval } from '@preview-environments/backstage-plugin-preview-common';

/** A stretch of time in epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** A bar of the chart, in percent of its width. */
export interface Bar {
  left: number;
  width: number;
}

/** Narrower bars could not be seen. */
const MIN_WIDTH = 0.5;

const MINUTE = 60_000;

/**
 * The stretch that a chart shows: what was asked for, or around one moment
 * the whole life of what was found.
 *
 * @param asked - `from` and `to` of the answer; equal for one moment
 * @param now - epoch milliseconds, where what lasts ends for the eye
 */
export function chartSpan(
  items: Pick<TrafficInterval, 'from' | 'to'>[],
  asked: Span,
  now: number,
): Span {
  if (asked.to > asked.from) {
    return asked;
  }
  const from = Math.min(
    asked.from,
    ...items.map(each => Date.parse(each.from)),
  );
  const to = Math.max(
    asked.to,
    ...items.map(each => (each.to ? Date.parse(each.to) : now)),
  );
  return to > from ? { from, to } : { from: from - MINUTE, to: to + MINUTE };
}

const percent = (at: number, { from, to }: Span) =>
  (100 * (Math.min(Math.max(at, from), to) - from)) / (to - from);

/** Where an interval stands within the span, cut at its ends. */
export function barOf(
  interval: Pick<TrafficInterval, 'from' | 'to'>,
  span: Span,
): Bar {
  const end = interval.to ? Date.parse(interval.to) : span.to;
  const left = percent(Date.parse(interval.from), span);
  const width = Math.max(MIN_WIDTH, percent(end, span) - left);
  return { left: Math.min(left, 100 - width), width };
}

/** Where a moment stands within the span, in percent. */
export function markOf(at: number, span: Span): number {
  return percent(at, span);
}

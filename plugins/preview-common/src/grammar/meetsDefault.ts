// SPDX-License-Identifier: Apache-2.0
import type { RequestFilter } from './filter';

/** A filter with the key under which it is used. @public */
export interface KeyedFilter {
  key: string;
  filter: RequestFilter;
}

/**
 * Whether one of two filters of the same target is the mirrord operator's
 * default and catches requests that are meant for the other one: it does not
 * tell a key from longer ones that begin with it.
 *
 * @public
 */
export function meetsByPrefix(one: KeyedFilter, other: KeyedFilter): boolean {
  return catches(one, other) || catches(other, one);
}

function catches(own: KeyedFilter, { key, filter }: KeyedFilter): boolean {
  return (
    own.filter.type === 'mirrord-default' &&
    key.startsWith(own.key) &&
    mayLookAtBaggage(filter)
  );
}

/**
 * Whether requests that a filter takes may be marked in `baggage`, the header
 * at which the operator's default looks.
 *
 * @public
 */
export function mayLookAtBaggage(filter: RequestFilter): boolean {
  return filter.type !== 'header' || filter.name === 'baggage';
}

// SPDX-License-Identifier: Apache-2.0
import {
  PHASES,
  type Phase,
  type SessionQuery,
} from '@preview-environments/backstage-plugin-preview-common';

/** All teams to which the reader belongs. */
export const MY_TEAMS = 'mine';
/** Whatever the reader may see. */
export const ALL_TEAMS = 'all';

/** Phases to choose from; `stopped` is what `ended` means. */
export const STATES = [
  'active',
  ...PHASES.filter(phase => phase !== 'stopped'),
  'ended',
] as const satisfies readonly (Phase | 'active' | 'ended')[];

/** @see PreviewFilter */
export type StateChoice = 'active' | 'ended' | Exclude<Phase, 'stopped'>;

/** The orders of the API, the one of the page first. */
export const ORDERS = [
  'expiresAt:asc',
  'createdAt:desc',
  'createdAt:asc',
  'expiresAt:desc',
  'key:asc',
] as const satisfies readonly NonNullable<SessionQuery['order']>[];

/** What the Previews page shows; kept in its address. */
export interface PreviewFilter {
  /** {@link MY_TEAMS}, {@link ALL_TEAMS} or the ref of a group. */
  team: string;
  /** Entity ref, or empty. */
  service: string;
  state: StateChoice;
  cluster: string;
  /** Entity ref, or empty. */
  startedBy: string;
  /** Part of a key, an image or a service. */
  text: string;
  order: (typeof ORDERS)[number];
}

export const DEFAULT_FILTER: PreviewFilter = {
  team: MY_TEAMS,
  service: '',
  state: 'active',
  cluster: '',
  startedBy: '',
  text: '',
  order: ORDERS[0],
};

const FIELDS = Object.keys(DEFAULT_FILTER) as (keyof PreviewFilter)[];

function oneOf<T extends string>(
  values: readonly T[],
  given: string | null,
  otherwise: T,
): T {
  return values.find(value => value === given) ?? otherwise;
}

/** Reads an address; what it does not know counts as absent. */
export function readFilter(params: URLSearchParams): PreviewFilter {
  const text = (name: keyof PreviewFilter) =>
    params.get(name) ?? DEFAULT_FILTER[name];
  return {
    team: text('team') || MY_TEAMS,
    service: text('service'),
    state: oneOf(STATES, params.get('state'), DEFAULT_FILTER.state),
    cluster: text('cluster'),
    startedBy: text('startedBy'),
    text: text('text'),
    order: oneOf(ORDERS, params.get('order'), DEFAULT_FILTER.order),
  };
}

/** The address of a filter, short: only what differs from the default. */
export function writeFilter(filter: PreviewFilter): URLSearchParams {
  return new URLSearchParams(
    FIELDS.filter(name => filter[name] !== DEFAULT_FILTER[name]).map(name => [
      name,
      filter[name],
    ]),
  );
}

/** Whether anything is chosen besides team, state and order. */
export function isNarrowed(filter: PreviewFilter): boolean {
  const { service, cluster, startedBy, text } = filter;
  return [service, cluster, startedBy, text].some(value => value !== '');
}

/** @param mine - refs of the reader and of their groups */
export function toSessionQuery(
  filter: PreviewFilter,
  mine: string[],
): Omit<SessionQuery, 'limit' | 'cursor' | 'count'> {
  const { team, service, state, cluster, startedBy, text } = filter;
  const owners = team === MY_TEAMS ? mine : [team];
  return {
    owner: team === ALL_TEAMS ? undefined : owners,
    entityRef: service || undefined,
    active: state !== 'ended',
    phase: state === 'active' || state === 'ended' ? undefined : [state],
    cluster: cluster || undefined,
    createdBy: startedBy || undefined,
    q: text.trim() || undefined,
    order: orderOf(filter),
  };
}

/** The orders that make sense for a state: what is over ends no more. */
export function ordersFor(state: StateChoice): PreviewFilter['order'][] {
  return ORDERS.filter(
    order => state !== 'ended' || !order.startsWith('expiresAt'),
  );
}

/** The order in which the list really stands. */
export function orderOf({ state, order }: PreviewFilter) {
  const orders = ordersFor(state);
  return orders.includes(order) ? order : orders[0];
}

// SPDX-License-Identifier: Apache-2.0
import { EVENT_EVERY, TEST_START } from './product';

const iso = (at: number) => encodeURIComponent(new Date(at).toISOString());

/** What the pages of the portal ask, with every filter and sort of the API. */
export function questions(events: number): string[] {
  const third = (events * EVENT_EVERY) / 3;
  const from = iso(TEST_START + third);
  const to = iso(TEST_START + 2 * third);
  const team = 'group:default/team-7';
  const mine = `owner=${team}&owner=group:default/team-8&owner=user:default/user-7`;
  const service = 'entityRef=component:default/service-7';
  const shared = [
    '',
    mine,
    service,
    'phase=ready',
    'phase=failed',
    'phase=degraded&phase=provisioning',
    'cluster=cluster-1',
    'createdBy=user:default/user-7',
    'q=pr-77',
    'q=nowhere-to-be-found',
    `${mine}&phase=ready&cluster=cluster-1`,
  ];
  const session = [
    ...shared,
    'active=true',
    'active=false',
    `active=false&${service}`,
    'key=pr-77',
    'namespace=shop',
    'target=deployment/service-7',
  ];
  const orders = (by: string[]) =>
    by.flatMap(each => [`order=${each}:asc`, `order=${each}:desc`]);
  const sorted = orders(['createdAt', 'expiresAt', 'key']);
  const audit = [
    '',
    'actor=user:default/user-7',
    'action=session.started',
    'action=session.resumed',
    'action=session.ready&action=access.denied',
    'outcome=denied',
    'outcome=denied&outcome=failed',
    service,
    `owner=${team}`,
    mine,
    'key=pr-77',
    'session=00000000-0000-4000-8000-000000000077',
    'cluster=cluster-1',
    `actor=user:default/user-7&outcome=denied`,
    `${service}&action=session.resumed`,
    `actor=user:default/user-7&owner=group:default/team-9`,
  ];
  const time = [`from=${from}`, `to=${to}`, `from=${from}&to=${to}`];
  const join = (...parts: string[]) => parts.filter(Boolean).join('&');
  return [
    ...session.map(filter => `sessions?${filter}`),
    ...sorted.map(order => `sessions?${order}`),
    ...sorted.map(order => `sessions?${join(mine, order)}`),
    ...sorted.map(order => `sessions?${join(service, order)}`),
    'sessions?count=true',
    ...shared.map(filter => `environments?${filter}`),
    ...sorted.map(order => `environments?${join(order, 'count=true')}`),
    ...audit.map(filter => `audit/events?${filter}`),
    ...audit.flatMap(filter =>
      time.map(span => `audit/events?${join(filter, span)}`),
    ),
    `audit/traffic?${service}&at=${from}`,
    `audit/traffic?${service}&from=${from}&to=${to}`,
  ];
}

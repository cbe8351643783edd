// SPDX-License-Identifier: Apache-2.0
import {
  NO_AUDIT_FILTER,
  readAuditFilter,
  toAuditQuery,
  writeAuditFilter,
} from './auditFilter';

const FULL = {
  from: '2030-01-01T00:00:00.000Z',
  to: '2030-01-02T00:00:00.000Z',
  actor: 'user:default/jana',
  action: 'session.started',
  service: 'component:default/checkout',
  team: 'group:default/a',
  key: 'pr-1',
  outcome: 'denied',
} as const;

it('keeps the filter in the address beside what else is there', () => {
  const address = writeAuditFilter(FULL, new URLSearchParams('other=1'));
  expect(readAuditFilter(address)).toEqual(FULL);
  expect(address.get('other')).toBe('1');
  expect(writeAuditFilter(NO_AUDIT_FILTER, address).toString()).toBe('other=1');
});

it.each(['from=yesterday', 'action=session.eaten', 'outcome=nice', ''])(
  'takes "%s" for nothing',
  address =>
    expect(readAuditFilter(new URLSearchParams(address))).toEqual(
      NO_AUDIT_FILTER,
    ),
);

it('asks for everything where nothing is chosen', () =>
  expect(
    Object.values(toAuditQuery(NO_AUDIT_FILTER)).filter(
      value => value !== undefined,
    ),
  ).toEqual([]));

it('asks for exactly what is chosen', () =>
  expect(toAuditQuery(FULL)).toEqual({
    from: FULL.from,
    to: FULL.to,
    actor: FULL.actor,
    action: ['session.started'],
    entityRef: FULL.service,
    owner: ['group:default/a'],
    key: 'pr-1',
    outcome: ['denied'],
  }));

// SPDX-License-Identifier: Apache-2.0
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { SessionRecord } from '../database/SessionRecord';
import { listSessions } from '../database/sessions/listSessions';
import {
  aSession,
  insertStarted,
  numbered,
  withFields,
} from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { previewSessionRules } from './rules';
import { type SessionCondition, toRestrict } from './SessionCondition';

jest.setTimeout(60_000);

const { isCreator, isEntityOwner, hasEntity, inCluster } = previewSessionRules;

/** A rule with its parameters, for SQL and for one session alike. */
interface Condition {
  query: PermissionCriteria<SessionCondition>;
  apply: (session: SessionRecord) => boolean;
}

const ann: Condition = {
  query: isCreator.toQuery({ createdBy: ['user:default/ann'] }),
  apply: session =>
    isCreator.apply(session, { createdBy: ['user:default/ann'] }),
};
const pay: Condition = {
  query: isEntityOwner.toQuery({ claims: ['group:default/team-pay'] }),
  apply: session =>
    isEntityOwner.apply(session, { claims: ['group:default/team-pay'] }),
};
const checkout: Condition = {
  query: hasEntity.toQuery({ entityRefs: ['component:default/checkout'] }),
  apply: session =>
    hasEntity.apply(session, { entityRefs: ['component:default/checkout'] }),
};
const staging: Condition = {
  query: inCluster.toQuery({ clusters: ['staging', 'qa'] }),
  apply: session => inCluster.apply(session, { clusters: ['staging', 'qa'] }),
};
const nothing: Condition = {
  query: inCluster.toQuery({ clusters: [] }),
  apply: session => inCluster.apply(session, { clusters: [] }),
};

const allOf = (...each: Condition[]): Condition => ({
  query: { allOf: each.map(({ query }) => query) } as never,
  apply: session => each.every(({ apply }) => apply(session)),
});
const anyOf = (...each: Condition[]): Condition => ({
  query: { anyOf: each.map(({ query }) => query) } as never,
  apply: session => each.some(({ apply }) => apply(session)),
});
const not = (each: Condition): Condition => ({
  query: { not: each.query },
  apply: session => !each.apply(session),
});

const CONDITIONS: [string, Condition][] = [
  ['IS_CREATOR', ann],
  ['IS_ENTITY_OWNER', pay],
  ['HAS_ENTITY', checkout],
  ['IN_CLUSTER', staging],
  ['no cluster', nothing],
  ['not', not(ann)],
  ['all', allOf(ann, staging)],
  ['any', anyOf(pay, staging)],
  ['not any', not(anyOf(ann, pay))],
  ['nested', anyOf(allOf(ann, not(staging)), allOf(pay, not(checkout)))],
  ['any of nothing', not(nothing)],
];

describe.each(ENGINES)('conditions in SQL on %s', engine => {
  it('choose the very sessions that the rules choose one by one', async () => {
    const knex = await freshDatabase(engine);
    const sessions = Array.from({ length: 8 }, (_, n) =>
      aSession(
        numbered(n + 1),
        withFields({
          createdBy: n % 2 ? 'user:default/ann' : 'user:default/bob',
          ownerRef:
            n % 3 ? 'group:default/team-shop' : 'group:default/team-pay',
          entityRef: `component:default/${n % 4 ? 'checkout' : 'payments'}`,
          cluster: n > 4 ? 'staging' : 'demo',
        }),
      ),
    );
    await knex.transaction(async trx => {
      for (const session of sessions) {
        await insertStarted(trx, session);
      }
    });
    for (const [name, { query, apply }] of CONDITIONS) {
      const found = await knex.transaction(trx =>
        listSessions(trx, {
          filter: {},
          order: { by: 'key', direction: 'asc' },
          limit: 100,
          restrict: toRestrict(query),
        }),
      );
      expect([name, found.map(({ key }) => key)]).toEqual([
        name,
        sessions.filter(apply).map(({ key }) => key),
      ]);
    }
  });
});

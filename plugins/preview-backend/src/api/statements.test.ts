// SPDX-License-Identifier: Apache-2.0
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import type { Caller } from '../authorization/Caller';
import { readConfig } from '../config/readConfig';
import { createSessions } from '../createSessions';
import { DriverRegistry } from '../drivers/registry';
import { secureRandom } from '../lifecycle/random';
import { SecretFiles } from '../lifecycle/SecretFiles';
import { SessionEvents } from '../sessions/SessionEvents';
import type { SessionsService } from '../sessions/SessionsService';
import { ANN, anEntity, configOf } from '../testUtils/aPortal';
import { aSession, insertStarted, numbered } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { inProcessWorld } from '../testUtils/memoryCluster';
import { PortalDriver } from '../testUtils/PortalDriver';
import { TestClock } from '../testUtils/TestClock';

jest.setTimeout(60_000);

const wish = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
};

const caller: Caller = {
  credentials: mockCredentials.user(ANN),
  principal: 'user',
  ref: ANN,
  ownershipRefs: [ANN, 'group:default/team-shop'],
  isAdmin: false,
  entries: [],
  via: 'api',
  requestId: 'request-1',
};

/** The operations alone: no lifecycle, whose statements would be counted. */
async function operations(knex: Knex): Promise<SessionsService> {
  const clock = new TestClock();
  const driver = new PortalDriver(inProcessWorld(), clock);
  driver.workloads = {
    'shop/deployment/checkout': { boundEntities: [wish.entityRef] },
  };
  const config = readConfig(
    mockServices.rootConfig({
      data: { preview: configOf({ policy: { quotas: { perOwner: 100 } } }) },
    }),
    '',
  );
  const { sessions } = await createSessions({
    knex,
    config,
    clock,
    random: secureRandom,
    drivers: new DriverRegistry(config.clusters, [driver]),
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: [anEntity('checkout')] }),
    permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () => ({ getRuleByName: jest.fn() } as never),
    }),
    lifecycle: { nudge: () => {} },
    events: new SessionEvents(),
    secrets: new SecretFiles({ clock, random: secureRandom }),
    logger: mockServices.logger.mock(),
    log: {} as never,
  });
  return sessions;
}

/** Statements that `work` makes, begin and commit aside. */
async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }) => {
    if (!/^(begin|commit|rollback)/i.test(sql)) {
      statements.push(sql);
    }
  };
  knex.on('query', note);
  await work();
  knex.removeListener('query', note);
  return statements;
}

describe.each(ENGINES)('SQL statements per call on %s', engine => {
  it('stay within their bars, whatever the number of rows', async () => {
    const knex = await freshDatabase(engine);
    const sessions = await operations(knex);
    await knex.transaction(async trx => {
      for (let n = 1; n <= 60; n += 1) {
        const session = aSession(numbered(n));
        await insertStarted(trx, { ...session, createdBy: 'user:default/x' });
      }
    });
    const start = (key: string, image = wish.image) =>
      sessions.start(caller, { ...wish, key, image });
    const { session } = await start('a');
    const list = (limit: number) => () => sessions.list(caller, { limit });
    const calls: Record<string, [number, () => Promise<unknown>]> = {
      'a short list': [3, list(1)],
      'a long list': [3, list(50)],
      'a list with a count': [4, () => sessions.list(caller, { count: true })],
      'a session': [6, () => sessions.get(caller, session.id)],
      'a start': [15, () => start('b')],
      'a repeated start': [15, () => start('b')],
      'an update': [15, () => start('b', 'shop/checkout:y')],
      'an extension': [
        10,
        () => sessions.change(caller, session.id, { extendBy: '1h' }),
      ],
      'a stop': [10, () => sessions.stop(caller, session.id)],
    };
    for (const [call, [most, work]] of Object.entries(calls)) {
      const made = await statementsOf(knex, work);
      expect([call, made.length <= most, made]).toEqual([call, true, made]);
    }
  });
});

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
import { ANN, anEntity, configOf } from './aPortal';
import type { PortalDriver } from './PortalDriver';
import type { TestClock } from './TestClock';

/** What {@link caller} may start. */
export const CHECKOUT = 'component:default/checkout';

/** Ann, who owns {@link CHECKOUT}. */
export const caller: Caller = {
  credentials: mockCredentials.user(ANN),
  principal: 'user',
  ref: ANN,
  ownershipRefs: [ANN, 'group:default/team-shop'],
  isAdmin: false,
  entries: [],
  via: 'api',
  requestId: 'request-1',
};

/** The operations alone: no lifecycle hears of what they change. */
export async function operations(
  knex: Knex,
  { clock, driver }: { clock: TestClock; driver: PortalDriver },
): Promise<SessionsService> {
  driver.workloads = {
    'shop/deployment/checkout': { boundEntities: [CHECKOUT] },
  };
  const quotas = { perUser: 100, perOwner: 100 };
  const config = readConfig(
    mockServices.rootConfig({
      data: { preview: configOf({ policy: { quotas } }) },
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

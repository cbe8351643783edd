// SPDX-License-Identifier: Apache-2.0
import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import previewBackend from '@preview-environments/backstage-plugin-preview-backend';
import type { Knex } from 'knex';
import type { Shop } from './aShop';
import { ownershipOf, PEOPLE, shopEntities } from './catalog';
import { previewConfig } from './previewConfig';
import { Portal } from './Portal';

export interface RunningBackend {
  /** Speaks as whom it is told to; an owner of everything's component. */
  as(person: string): Portal;
  /** Robin, who owns `checkout`. */
  portal: Portal;
  knex: Knex;
  stop(): Promise<void>;
}

/** The backend plugin with its own driver, in this process, over HTTP. */
export async function aBackend(
  knex: Knex,
  shop: Pick<Shop, 'kubeconfig' | 'gateway'>,
  preview: JsonObject = {},
  entities: Entity[] = shopEntities(),
  more: { config?: JsonObject; features?: BackendFeature[] } = {},
): Promise<RunningBackend> {
  const backend = await startTestBackend({
    features: [
      previewBackend,
      mockServices.rootConfig.factory({
        data: { preview: previewConfig(shop, preview), ...more.config },
      }),
      mockServices.database.factory({ knex }),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      catalogServiceMock.factory({ entities }),
      ...(more.features ?? []),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {} }),
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          async getUserInfo({ principal }) {
            const { userEntityRef } = principal as { userEntityRef: string };
            return {
              userEntityRef,
              ownershipEntityRefs: ownershipOf(userEntityRef),
            };
          },
        }),
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}`;
  const as = (person: string) =>
    new Portal(url, async () => mockCredentials.user.token(person));
  return {
    as,
    portal: as(PEOPLE.checkout),
    knex,
    stop: () => backend.stop(),
  };
}

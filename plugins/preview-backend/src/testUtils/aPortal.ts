// SPDX-License-Identifier: Apache-2.0
import {
  type BackendFeature,
  createBackendModule,
  createServiceFactory,
  coreServices,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { previewDriversExtensionPoint } from '@preview-environments/backstage-plugin-preview-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request, { type Test } from 'supertest';
import { processClock } from '../lifecycle/clock';
import { previewPlugin } from '../plugin';
import { inProcessWorld } from './memoryCluster';
import { PortalDriver } from './PortalDriver';

export const ANN = 'user:default/ann';
/** Of another team. */
export const BOB = 'user:default/bob';
/** In `preview.access.admins`. */
export const EVE = 'user:default/eve';
/** The subject of service tokens in tests. */
export const CI = 'external:test-service';

const GROUPS: Record<string, string[]> = {
  [ANN]: ['group:default/team-shop'],
  [BOB]: ['group:default/team-pay'],
  [EVE]: ['group:default/platform'],
};

/** An entity bound to a deployment of its own name. */
export function anEntity(
  name: string,
  owner: string | null = 'team-shop',
  annotations: Record<string, string> = {
    'preview-environments.io/target': `deployment/${name}`,
  },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service' },
    relations: owner
      ? [{ type: 'ownedBy', targetRef: `group:default/${owner}` }]
      : [],
  };
}

const ENTITIES = [
  anEntity('checkout'),
  anEntity('payments', 'team-pay'),
  anEntity('orphan', null),
  anEntity('plain', 'team-shop', {}),
  // Says that the workload of another team is its own.
  anEntity('greedy', 'team-shop', {
    'preview-environments.io/target': 'deployment/payments',
  }),
];

const bound = (name: string) => ({
  boundEntities: [`component:default/${name}`],
});

export interface PortalOptions {
  /** Laid over the `preview` section of the configuration. */
  preview?: JsonObject;
  /** Further sections of the configuration. */
  config?: JsonObject;
  permissions?: Partial<PermissionsService>;
  /** The cluster, where another portal has worked on it before. */
  world?: ReturnType<typeof inProcessWorld>;
  /** Further plugins, each with the database given for its id. */
  features?: BackendFeature[];
  databases?: Record<string, Knex>;
  /** In the catalog beside the components. */
  entities?: Entity[];
  /** Laid over the catalog. */
  catalog?: (catalog: CatalogService) => Partial<CatalogService>;
}

export type Portal = Awaited<ReturnType<typeof aPortal>>;

/** A whole backend on a memory cluster, spoken to over HTTP. */
export async function aPortal(knex: Knex, options: PortalOptions = {}) {
  const driver = new PortalDriver(
    options.world ?? inProcessWorld(),
    processClock,
  );
  driver.workloads = {
    'shop/deployment/checkout': {
      ...bound('checkout'),
      secretKeys: ['checkout-db/password'],
    },
    'shop/deployment/payments': bound('payments'),
    'shop/deployment/orphan': bound('orphan'),
  };
  const signals = { publish: jest.fn(async () => {}) };
  const allowAll = mockServices.permissions({ result: AuthorizeResult.ALLOW });
  const backend = await startTestBackend({
    features: [
      previewPlugin,
      createBackendModule({
        pluginId: 'preview',
        moduleId: 'memory-driver',
        register(env) {
          env.registerInit({
            deps: { drivers: previewDriversExtensionPoint },
            async init({ drivers }) {
              drivers.addDriver(driver);
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          preview: configOf(options.preview),
          ...options.config,
        },
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({
          getClient: async () => options.databases?.[plugin.getId()] ?? knex,
        }),
      }),
      ...(options.features ?? []),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => {
          const entities = [...ENTITIES, ...(options.entities ?? [])];
          const catalog = catalogServiceMock({ entities });
          return Object.assign(catalog, options.catalog?.(catalog));
        },
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => signals,
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          async getUserInfo({ principal }) {
            const { userEntityRef } = principal as { userEntityRef: string };
            return {
              userEntityRef,
              ownershipEntityRefs: [
                userEntityRef,
                ...(GROUPS[userEntityRef] ?? []),
              ],
            };
          },
        }),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: (): PermissionsService => ({
          authorize: (...args) => allowAll.authorize(...args),
          authorizeConditional: (...args) =>
            allowAll.authorizeConditional(...args),
          ...options.permissions,
        }),
      }),
    ],
  });
  const { server } = backend;
  const as = (ref: string) => (test: Test) =>
    test.set(
      'Authorization',
      ref === CI
        ? mockCredentials.service.header()
        : mockCredentials.user.header(ref),
    );
  const url = (path: string) =>
    path.startsWith('/') ? path : `/api/preview/v1/${path}`;
  return {
    knex,
    driver,
    signals,
    server,
    stop: () => backend.stop(),
    get: (ref: string, path: string) => as(ref)(request(server).get(url(path))),
    post: (ref: string, path: string, body: object = {}) =>
      as(ref)(request(server).post(url(path)).send(body)),
    patch: (ref: string, path: string, body: object) =>
      as(ref)(request(server).patch(url(path)).send(body)),
    delete: (ref: string, path: string) =>
      as(ref)(request(server).delete(url(path))),
  };
}

/** A `preview` section with one memory cluster. */
export function configOf(over: JsonObject = {}): JsonObject {
  return {
    clusters: [
      {
        name: 'demo',
        kubeconfig: { file: 'unused' },
        namespaces: ['shop'],
        driver: 'memory',
      },
    ],
    policy: { ttl: { min: '1s' } },
    access: { admins: ['group:default/platform'] },
    ...over,
  };
}

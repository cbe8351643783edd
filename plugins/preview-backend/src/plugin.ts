// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  type PreviewDriver,
  previewDriversExtensionPoint,
} from '@preview-environments/backstage-plugin-preview-node';
import { createRouter } from './api/createRouter';
import { assertGuards } from './audit/assertGuards';
import { CallerFactory } from './authorization/CallerFactory';
import { registerPermissions } from './authorization/registerPermissions';
import { repositoryEntities } from './authorization/subjects/repositoryEntities';
import { readConfig } from './config/readConfig';
import { createSessions } from './createSessions';
import { DatabaseClock } from './database/clock';
import { migrate } from './database/migrate';
import { KubernetesDriver } from './drivers/kubernetes';
import { MirrordDriver } from './drivers/mirrord';
import { DriverRegistry } from './drivers/registry';
import { processClock } from './lifecycle/clock';
import { Lifecycle } from './lifecycle/Lifecycle';
import { secureRandom } from './lifecycle/random';
import { SecretFiles } from './lifecycle/SecretFiles';
import { logLinkProblems } from './links/linkProblems';
import { NoticeSender } from './notifications/NoticeSender';
import { publishSignals } from './sessions/publishSignals';
import { SessionEvents } from './sessions/SessionEvents';
import { entityLookup } from './sessions/start/entityLookup';
import { observeDatabase } from './telemetry/observeDatabase';
import { SessionMeter } from './telemetry/SessionMeter';
import { createTransparency } from './transparency/createTransparency';

/**
 * The preview environments backend.
 *
 * @public
 */
export const previewPlugin = createBackendPlugin({
  pluginId: 'preview',
  register(env) {
    const added = new Map<string, PreviewDriver>();
    env.registerExtensionPoint(previewDriversExtensionPoint, {
      addDriver(driver) {
        if (added.has(driver.type)) {
          throw new Error(`Two modules add the driver "${driver.type}"`);
        }
        added.set(driver.type, driver);
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { catalog, logger, httpRouter } = deps;
        const base = await deps.discovery.getExternalBaseUrl('preview');
        const config = readConfig(deps.rootConfig, `${base}/v1/runbooks`);
        logLinkProblems(logger, 'preview.links', config.links);
        const knex = await deps.database.getClient();
        if (!deps.database.migrations?.skip) {
          await migrate(knex);
        }
        await assertGuards(knex);
        registerPermissions(deps.permissionsRegistry, knex);

        const random = secureRandom;
        const clock = new DatabaseClock(processClock);
        const kubernetes = new KubernetesDriver({
          clusters: config.clusters.filter(
            ({ driver }) => driver === 'kubernetes',
          ),
          routing: config.routing,
          clock: processClock,
          random: () => random.unit(),
          logger,
        });
        const { max, lifetime } = config.policy.ttl;
        const mirrord = new MirrordDriver({
          clusters: config.clusters.filter(
            ({ driver }) => driver === 'mirrord',
          ),
          clock: processClock,
          random: () => random.unit(),
          logger,
          ceiling: lifetime ?? max,
        });
        const drivers = new DriverRegistry(config.clusters, [
          kubernetes,
          mirrord,
          ...added.values(),
        ]);
        const events = new SessionEvents();
        const secrets = new SecretFiles({ clock, random });
        const lifecycle = new Lifecycle({
          knex,
          clock,
          random,
          logger,
          events,
          secrets,
          driverFor: cluster => drivers.forCluster(cluster),
          clusters: drivers.clusters,
          settings: config.lifecycle,
          lookUp: entityLookup(catalog, deps.auth),
          meter: new SessionMeter(deps.metrics, drivers.clusters),
        });
        const stopSignals = publishSignals({
          ...{ events, clock, logger },
          signals: deps.signals,
        });
        const stopGauges = observeDatabase({
          ...{ knex, clock, logger },
          metrics: deps.metrics,
        });
        const notices = new NoticeSender({
          ...{ knex, clock, random, logger },
          notifications: deps.notifications,
          page: config.notifications.page,
        });
        await clock.measure(knex);
        const transparency = await createTransparency({
          ...{ knex, clock, random, logger, events },
          auditor: deps.auditor,
          config: config.audit,
          defaultOrigin: `${base}/v1/audit`.replace(/^\w+:\/\//, ''),
        });
        const { stop, ...services } = await createSessions({
          ...deps,
          ...{
            knex,
            config,
            drivers,
            clock,
            random,
            lifecycle,
            events,
            secrets,
          },
          log: transparency.log,
        });
        const callers = new CallerFactory({
          ...{ ...deps, config, random },
          entitiesOfRepository: repositoryEntities(catalog, deps.auth),
        });
        httpRouter.use(createRouter({ ...services, callers, clock, logger }));
        for (const path of ['/health', '/v1/runbooks']) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }

        deps.lifecycle.addStartupHook(async () => {
          await lifecycle.start();
          await notices.start();
          await transparency.start();
        });
        deps.lifecycle.addShutdownHook(async () => {
          stopSignals();
          stopGauges();
          await lifecycle.stop();
          await notices.stop();
          await stop();
          await transparency.stop();
        });
      },
    });
  },
});

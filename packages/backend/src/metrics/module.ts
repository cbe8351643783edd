// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readPrometheus, servePrometheus } from './prometheus';

/** What the rest of the portal knows of it: nothing. */
const prometheusServiceRef = createServiceRef<Record<string, never>>({
  id: 'portal.prometheus',
  scope: 'root',
});

/**
 * Lets Prometheus read what plugins measure. A service of the root that is
 * made at once, since whoever asks for a meter before the provider is there
 * measures nothing for good.
 */
export const prometheusServiceFactory = createServiceFactory({
  service: prometheusServiceRef,
  initialization: 'always',
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.rootLifecycle,
    logger: coreServices.rootLogger,
  },
  async factory({ config, lifecycle, logger }) {
    const where = readPrometheus(config);
    if (where) {
      const stop = await servePrometheus(where);
      lifecycle.addShutdownHook(stop);
      logger.info(`Metrics are at http://${where.host}:${where.port}/metrics`);
    }
    return {};
  },
});

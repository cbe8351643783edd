// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { paths } from './paths.mjs';

/** Writes what differs from run to run. JSON is YAML, so no writer is needed. */
export function writeConfig({ port, clusters, catalog }) {
  const url = `http://localhost:${port}`;
  const config = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      cors: { origin: url },
      database: {
        client: 'better-sqlite3',
        connection: { directory: paths.database },
      },
    },
    preview: { clusters },
    ...(catalog && { catalog }),
  };
  writeFileSync(paths.config, `${JSON.stringify(config, null, 2)}\n`);
}

/**
 * The embedded cluster three times: as it should be, with one verb less, and
 * with previews that its operator makes.
 */
export function embeddedClusters({ kubeconfig, gateway }) {
  const entry = (name, context, namespaces) => ({
    name,
    kubeconfig: { file: kubeconfig, context },
    namespaces,
    driver: 'kubernetes',
    gateway: { url: gateway, probePath: '/healthz' },
  });
  return [
    entry('demo', 'portal', ['shop', 'shop-inventory', 'shop-payments']),
    entry('demo-restricted', 'portal-restricted', ['shop-web']),
    {
      ...entry('demo-mirrord', 'portal-mirrord', ['shop-payments']),
      driver: 'mirrord',
      // All that the operator's previews need it for is to be shown.
      gateway: { url: `${gateway}/payments` },
    },
  ];
}

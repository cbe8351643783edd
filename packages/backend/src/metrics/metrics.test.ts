// SPDX-License-Identifier: Apache-2.0
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import previewPlugin from '@preview-environments/backstage-plugin-preview-backend';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import prometheus from './index';

jest.setTimeout(60_000);

const NONE: Entity[] = [];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function aPortal(metrics: object) {
  return startTestBackend({
    features: [
      prometheus,
      previewPlugin,
      catalogServiceMock.factory({ entities: NONE }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost' }, ...metrics, preview: {} },
      }),
    ],
  });
}

const read = async (port: number) =>
  (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

describe('metrics for Prometheus', () => {
  it('hold what the plugin measures, by the names of the alert rules', async () => {
    const port = await freePort();
    const portal = await aPortal({ metrics: { prometheus: { port } } });
    try {
      const text = await read(port);
      expect(text).toMatch(/^preview_queue_depth\{.* 0$/m);
      expect(text).toContain('otel_scope_name="backstage-plugin-preview"');
    } finally {
      await portal.stop();
    }
    await expect(read(port)).rejects.toThrow();
  });

  it('are not served where nothing asks for them', async () => {
    const port = await freePort();
    const portal = await aPortal({});
    await expect(read(port)).rejects.toThrow();
    await portal.stop();
  });
});

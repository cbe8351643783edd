// SPDX-License-Identifier: Apache-2.0
import type { DriverChange } from '@preview-environments/backstage-plugin-preview-node';
import { aService } from '../../fixtures/manifests';
import { aTarget, routed, started } from '../../fixtures/sessions';
import { until } from '../../fixtures/until';
import { text } from 'node:stream/consumers';
import type { ContractCase } from '../ContractCase';

export const LOOKING: ContractCase[] = [
  {
    name: 'a watch tells of sessions and of the team, and ends when asked to',
    needs: [],
    options: { watched: false },
    async run(world) {
      await aTarget(world);
      const changes: DriverChange[] = [];
      const stop = new AbortController();
      const watching = world.driver.watch(
        world.cluster,
        change => changes.push(change),
        stop.signal,
      );
      await until('the first look', async () =>
        changes.some(({ sessionId }) => sessionId === null),
      );
      const intent = await started(world);
      await until('the session', async () =>
        changes.some(({ sessionId }) => sessionId === intent.sessionId),
      );
      changes.length = 0;
      await world.create(
        aService(object => (object.metadata.name = 'another')),
      );
      await until('the team', async () =>
        changes.some(
          ({ sessionId, namespace }) =>
            sessionId === null && namespace === world.namespace,
        ),
      );
      await world.driver.remove(intent);
      await until('the end of the session', async () => {
        const seen = await world.driver.observe(intent);
        return !seen.exists && !seen.leftovers;
      });
      stop.abort();
      await watching;
    },
  },
  {
    name: 'says what a cluster can do',
    needs: [],
    async run(world) {
      expect(await world.driver.capabilities(world.cluster)).toMatchObject({
        steal: true,
        mirror: false,
        inPlaceUpdate: true,
        verify: true,
        labelModes: ['isolated'],
        reasons: { mirror: expect.any(String) },
      });
    },
  },
  {
    name: 'shows the log of the preview',
    needs: ['running-pods'],
    async run(world) {
      await aTarget(world);
      const intent = await routed(world);
      const stream = await world.driver.logs(
        intent,
        { tailLines: 5 },
        new AbortController().signal,
      );
      expect((await text(stream)).length).toBeGreaterThan(0);
    },
  },
];

// SPDX-License-Identifier: Apache-2.0
import type {
  DriverChange,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import { anEventAbout, aService } from '../../fixtures/manifests';
import { JOBS, ofSession, PODS, REPLICA_SETS } from '../../fixtures/product';
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
    name: 'tells events of the preview, and of nothing else in its namespace',
    needs: [],
    async run(world) {
      await aTarget(world);
      const [intent, other] = await Promise.all([
        started(world),
        started(world, { key: 'pr-2' }),
      ]);
      const said = async (about: SessionIntent) => {
        const [listed] = await world.list(JOBS, ofSession(about.sessionId));
        const root = { ...listed, apiVersion: 'batch/v1', kind: 'Job' };
        await world.create(anEventAbout(root, `of ${about.key}`));
        return root;
      };
      const root = await said(intent);
      await said(other);
      await world.create(
        anEventAbout(
          { ...root, metadata: { ...root.metadata, uid: 'of-a-former-life' } },
          'of a former object of that name',
        ),
      );
      const events = await until(
        'the events',
        () => world.driver.events(intent),
        found => found.some(({ message }) => message === `of ${intent.key}`),
      );
      expect(events.filter(({ message }) => message.startsWith('of '))).toEqual(
        [
          {
            id: expect.any(String),
            type: 'Warning',
            reason: 'Test',
            message: `of ${intent.key}`,
            object: { kind: 'Job', name: root.metadata.name },
            count: 3,
            firstAt: '2026-11-01T10:00:00.000Z',
            lastAt: '2026-11-01T10:05:00.000Z',
          },
        ],
      );
      const ours = await Promise.all(
        [JOBS, REPLICA_SETS, PODS].map(kind =>
          world.list(kind, ofSession(intent.sessionId)),
        ),
      );
      const names = ours.flat().map(({ metadata }) => metadata.name);
      expect(names).toEqual(
        expect.arrayContaining(events.map(({ object }) => object.name)),
      );
      const times = events.map(({ lastAt }) => Date.parse(lastAt));
      expect(times).toEqual([...times].sort((a, b) => b - a));
    },
  },
  {
    name: 'says that events may not be read',
    needs: [],
    async run(world) {
      await aTarget(world);
      const intent = await started(world);
      await world.forbid('events', 'list');
      // An API server learns of a changed role by a watch of its own.
      const refusal = await until(
        'a refusal',
        () =>
          world.driver.events(intent).then(
            () => null,
            error => error,
          ),
        error => error !== null,
      );
      expect(refusal).toMatchObject({ code: 'Forbidden' });
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

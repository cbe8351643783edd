// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import type { RunningBackend } from '../backend/aBackend';
import { aBackendOn } from '../backend/aBackendOn';
import { type Engine, ENGINES } from '../backend/product';
import { ENTITY } from '../fixtures/manifests';
import { makeReady } from '../fixtures/pods';
import { JOBS } from '../fixtures/product';
import { namedServer } from '../fixtures/realServer';
import { aTarget, everythingOfOurs } from '../fixtures/sessions';
import type { TestServer } from '../fixtures/TestServer';
import { until } from '../fixtures/until';
import { World } from '../fixtures/World';

jest.setTimeout(300_000);

/** Only after a while is it certain that a controller will never begin. */
const PATIENCE = 120_000;
const GRACE_SECONDS = 5;

interface Story {
  world: World;
  backend: RunningBackend;
  started: PreviewSession;
}

async function begin(server: TestServer, engine: Engine): Promise<Story> {
  const world = await World.create(server, { watched: false });
  await aTarget(world);
  const backend = await aBackendOn(world, engine);
  const { session } = await backend.portal.start({
    entityRef: ENTITY,
    image: 'shop/checkout:feature-x',
    ttl: '1h',
    // Nothing answers requests where no pod runs.
    traffic: { mode: 'none' },
  });
  await makeReady(world);
  const started = await backend.portal.untilReady(session.id);
  return { world, backend, started };
}

/**
 * Kubernetes 1.20 never records the start of a Job without pods, as nothing
 * does on a cluster where Jobs are suspended.
 */
describe('a cluster that keeps no deadline', () => {
  let server: TestServer;
  let stories: Map<Engine, Story>;

  // Side by side, since each waits for what will never come.
  beforeAll(async () => {
    server = await namedServer();
    stories = new Map(
      await Promise.all(
        ENGINES.map(
          async ([engine]) => [engine, await begin(server, engine)] as const,
        ),
      ),
    );
  });
  afterAll(async () => {
    for (const { backend, world } of stories?.values() ?? []) {
      await backend.stop();
      await world.destroy();
    }
    await server?.stop();
  });

  it.each(ENGINES)(
    'is told to remove the preview by itself, on %s',
    async engine => {
      const { world, started } = stories.get(engine)!;
      const [root] = await world.ours(JOBS);
      expect(root.metadata.annotations).toMatchObject({
        'preview-environments.io/deadline': started.expiresAt,
      });
      expect(root.spec).toMatchObject({ parallelism: 0 });
      const life =
        Date.parse(root.metadata.creationTimestamp) +
        root.spec.activeDeadlineSeconds * 1_000 -
        Date.parse(started.expiresAt!);
      expect(life).toBeGreaterThanOrEqual(GRACE_SECONDS * 1_000);
      expect(root.status.startTime).toBeUndefined();
    },
  );

  it.each(ENGINES)('shows that it does not, on %s', async engine => {
    const { backend, started } = stories.get(engine)!;
    const session = await until(
      'the backstop given up',
      () => backend.portal.getSession(started.id),
      ({ backstop }) => backstop.state === 'unavailable',
      PATIENCE,
    );
    expect(session).toMatchObject({
      phase: 'ready',
      backstop: { at: null, state: 'unavailable' },
      expiresAt: started.expiresAt,
    });
  });

  it.each(ENGINES)(
    'has previews ended by the portal’s own clock, on %s',
    async engine => {
      const { world, backend, started } = stories.get(engine)!;
      const { expiresAt } = await backend.portal.change(started.id, {
        ttl: '2s',
      });
      const ended = await backend.portal.untilEnded(started.id);
      expect(ended).toMatchObject({ phase: 'stopped', endReason: 'expired' });
      expect(await everythingOfOurs(world)).toEqual([]);
      const story = await backend.portal.story(started.id);
      expect(story.map(({ action, via }) => [action, via])).toEqual([
        ['session.started', 'api'],
        ['session.ready', 'sweep'],
        ['session.extended', 'api'],
        ['session.expired', 'sweep'],
        ['session.ended', 'sweep'],
      ]);
      const expired = story.find(({ action }) => action === 'session.expired')!;
      expect(expired).toMatchObject({
        actor: 'system',
        reason: 'The deadline has passed.',
      });
      expect(Date.parse(expired.at)).toBeGreaterThanOrEqual(
        Date.parse(expiresAt!),
      );
    },
  );
});

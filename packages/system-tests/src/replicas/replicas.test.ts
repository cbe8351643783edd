// SPDX-License-Identifier: Apache-2.0
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { aShop, type Shop } from '../backend/aShop';
import type { Portal } from '../backend/Portal';
import { ENGINES } from '../backend/product';
import { askPreview } from '../backend/requests';
import {
  HTTP_ROUTES,
  JOBS,
  REPLICA_SETS,
  type Resource,
} from '../fixtures/product';
import { until } from '../fixtures/until';
import { Replicas } from './Replicas';

jest.setTimeout(900_000);

/** Pods take seconds to come up, so that something is under way when a backend dies. */
const SPEED = 1;
/** A killed replica's work is free when its lease has ended. */
const PATIENCE = 120_000;
const FIRST = 'shop/checkout:feature-x';
const SECOND = 'shop/checkout:second';

describe.each(ENGINES)('backends that are killed, on %s', engine => {
  let shop: Shop;
  let replicas: Replicas;

  beforeAll(async () => {
    shop = await aShop({ speed: SPEED });
    replicas = await Replicas.start(engine, shop);
  });
  afterAll(async () => {
    await replicas?.stop();
    await shop?.stop();
  });

  async function objects(resource: Resource, id: string): Promise<any[]> {
    return (await shop.ours(resource)).filter(
      ({ metadata }) =>
        metadata.labels['preview-environments.io/session'] === id,
    );
  }

  const untilThere = (resource: Resource, id: string, count: number) =>
    until(
      `${count} ${resource.plural}`,
      () => objects(resource, id),
      found => found.length === count,
      PATIENCE,
    );

  const start = async (portal: Portal, key: string) =>
    (
      await portal.start({
        entityRef: 'component:default/checkout',
        image: FIRST,
        key,
      })
    ).session.id;

  /** Serving one revision, the old one gone. */
  async function serves(portal: Portal, id: string, image: string) {
    const session = await until(
      `${image} serving`,
      () => portal.getSession(id),
      ({ phase, ...seen }) => phase === 'ready' && seen.image === image,
      PATIENCE,
    );
    await untilThere(REPLICA_SETS, id, 1);
    expect(await askPreview(session)).toMatchObject({ image });
  }

  async function isGone(portal: Portal, id: string) {
    const session = await until(
      'its end',
      () => portal.getSession(id),
      ({ endedAt }) => endedAt !== null,
      PATIENCE,
    );
    expect(session).toMatchObject({ phase: 'stopped', endReason: 'stopped' });
    expect(await shop.allOurs()).toEqual([]);
  }

  const facts = (story: AuditEvent[]) =>
    story.map(({ action, outcome, via }) => [action, outcome, via].join(' '));

  /** Kills the victim in the middle of its work; says how long nobody worked. */
  async function killDuring(work: string, id: string): Promise<Portal> {
    const [left, pause] = await Promise.all([
      replicas.kill(),
      replicas.takeover(id),
    ]);
    process.stdout.write(
      `${engine}: killed while it ${work}, taken over after ${Math.round(
        pause,
      )} ms\n`,
    );
    return left.as('engineer');
  }

  it('leave a story as complete as if nobody had been', async () => {
    const calm = await start(replicas.victim, 'calm');
    await serves(replicas.victim, calm, FIRST);
    await replicas.victim.change(calm, { image: SECOND });
    await serves(replicas.victim, calm, SECOND);
    await replicas.victim.stop(calm);
    await isGone(replicas.victim, calm);

    // While it starts.
    const id = await start(replicas.victim, 'hunted');
    await untilThere(JOBS, id, 1);
    await serves(await killDuring('starts', id), id, FIRST);
    await replicas.heal();

    // While it is updated.
    await replicas.victim.change(id, { image: SECOND });
    await untilThere(REPLICA_SETS, id, 2);
    await serves(await killDuring('updates', id), id, SECOND);
    await replicas.heal();

    // While it is stopped.
    await replicas.victim.stop(id);
    await untilThere(HTTP_ROUTES, id, 0);
    await isGone(await killDuring('stops', id), id);

    const auditor = replicas.survivor.as('auditor');
    const story = await auditor.story(id);
    expect(facts(story)).toEqual(facts(await auditor.story(calm)));
    expect(new Set(story.map(event => event.id)).size).toBe(story.length);
  });

  it('hand over what is under way when they are told to go', async () => {
    await replicas.heal();
    const id = await start(replicas.victim, 'leaving');
    await untilThere(JOBS, id, 1);
    const { code, left } = await replicas.leave();
    expect(code).toBe(0);
    await serves(left.as('engineer'), id, FIRST);
    await left.as('engineer').stop(id);
    await isGone(left.as('engineer'), id);
  });
});

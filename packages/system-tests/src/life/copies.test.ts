// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { aShop, type Shop } from '../backend/aShop';
import { PEOPLE } from '../backend/catalog';
import { emptyDatabase, ENGINES } from '../backend/product';
import { type Answer, askPreview, flow } from '../backend/requests';
import { REPLICA_SETS } from '../fixtures/product';
import { until } from '../fixtures/until';

jest.setTimeout(120_000);

const wish = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key: 'pr-1',
};

const failed = (answers: Answer[]) =>
  answers.filter(({ image }) => image !== wish.image);

describe.each(ENGINES)('the copies of a preview, on %s', engine => {
  let shop: Shop;
  let backend: RunningBackend;
  let session: PreviewSession;

  beforeAll(async () => {
    shop = await aShop();
    backend = await aBackend(await emptyDatabase(engine), shop);
    const started = await backend.portal.start(wish);
    session = await backend.portal.untilReady(started.session.id);
  });
  afterAll(async () => {
    await backend?.stop();
    await shop?.stop();
  });

  const running = (count: number) =>
    until(
      `${count} pods`,
      () => backend.portal.getSession(session.id),
      ({ pods }) =>
        pods.filter(({ phase }) => phase === 'Running').length === count &&
        pods.length === count,
    );

  it.each([3, 1])('are as many as asked for: %s', async replicas => {
    const requests = flow(() => askPreview(session));
    const { outcome } = await backend.portal.start({ ...wish, replicas });
    expect(outcome).toBe('updated');
    const seen = await running(replicas);
    expect(seen).toMatchObject({ phase: 'ready', replicas, revision: 1 });
    const [{ spec }] = await shop.ours(REPLICA_SETS);
    expect(spec.replicas).toBe(replicas);
    const answers = await requests.end();
    expect(answers.length).toBeGreaterThan(0);
    expect(failed(answers)).toEqual([]);
    // Nothing is wrong while more are coming up.
    const story = await backend.as(PEOPLE.admin).story(session.id);
    expect(story.map(({ action }) => action)).not.toContain('session.degraded');
  });

  it('come back when somebody took them', async () => {
    const [{ metadata }] = await shop.ours(REPLICA_SETS);
    await shop.admin.scale(REPLICA_SETS, metadata, 0);
    await until(
      'new pods',
      () => shop.ours(REPLICA_SETS),
      ([{ spec, status }]) =>
        spec.replicas === 1 && status?.readyReplicas === 1,
    );
    await running(1);
    await backend.portal.untilPhase(session.id, 'ready');
    expect(await askPreview(session)).toMatchObject({ image: wish.image });
  });
});

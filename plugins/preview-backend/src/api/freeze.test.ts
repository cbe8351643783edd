// SPDX-License-Identifier: Apache-2.0
import { ANN, aPortal, EVE, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { denied } from '../testUtils/denied';
import { inProcessWorld } from '../testUtils/memoryCluster';

jest.setTimeout(60_000);

const wish = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key: 'pr-1',
};

describe.each(ENGINES)('preview.freeze, on %s', engine => {
  let portal: Portal;
  let id: string;

  beforeAll(async () => {
    const knex = await freshDatabase(engine);
    const world = inProcessWorld();
    const before = await aPortal(knex, { world });
    const started = await before.post(ANN, 'sessions', wish);
    id = started.body.session.id;
    await before.get(ANN, `sessions/${id}/wait?for=ready`);
    await before.stop();
    portal = await aPortal(knex, { world, preview: { freeze: true } });
  });
  afterAll(() => portal.stop());

  it.each<[string, () => ReturnType<Portal['post']>]>([
    ['a start', () => portal.post(ANN, 'sessions', { ...wish, key: 'pr-2' })],
    [
      'an update by start',
      () => portal.post(ANN, 'sessions', { ...wish, image: 'shop/checkout:y' }),
    ],
    [
      'another image',
      () => portal.patch(ANN, `sessions/${id}`, { image: 'shop/checkout:y' }),
    ],
    [
      'another image and end at once',
      () =>
        portal.patch(ANN, `sessions/${id}`, {
          image: 'shop/checkout:y',
          extendBy: '1h',
        }),
    ],
    ['a restart', () => portal.post(ANN, `sessions/${id}/restart`)],
  ])('refuses %s', async (_, ask) => {
    const { status, body } = await ask();
    expect(status).toBe(503);
    expect(body.error).toMatchObject({ code: 'Frozen', retryable: true });
    expect(body.error.hint).toContain('preview.freeze');
    const { body: session } = await portal.get(ANN, `sessions/${id}`);
    expect(session).toMatchObject({ image: wish.image, generation: 1 });
  });

  it('records what it refused', async () => {
    await portal.patch(ANN, `sessions/${id}`, { image: 'shop/checkout:z' });
    const events = await denied(portal, 'Frozen');
    expect(events).toContainEqual(expect.objectContaining({ sessionId: id }));
  });

  it('lets people extend and stop what runs', async () => {
    const extended = await portal.patch(ANN, `sessions/${id}`, {
      extendBy: '1h',
    });
    expect(extended.status).toBe(200);
    const stopped = await portal.post(EVE, `sessions/${id}/stop`);
    expect(stopped.status).toBe(202);
  });
});

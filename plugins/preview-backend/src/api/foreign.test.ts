// SPDX-License-Identifier: Apache-2.0
import { ANN, aPortal, BOB, EVE, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { denied } from '../testUtils/denied';

jest.setTimeout(60_000);

const good = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key: 'pr-1',
};

describe.each(ENGINES)('somebody else’s session on %s', engine => {
  let portal: Portal;
  let id: string;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine));
    const { body } = await portal.post(ANN, 'sessions', good);
    id = body.session.id;
    await portal.get(ANN, `sessions/${id}/wait?for=ready`);
  });
  afterAll(() => portal.stop());

  it('can be read, and nothing else', async () => {
    expect((await portal.get(BOB, `sessions/${id}`)).status).toBe(200);
    const attempts = [
      await portal.patch(BOB, `sessions/${id}`, { ttl: '1h' }),
      await portal.patch(BOB, `sessions/${id}`, { image: good.image }),
      await portal.post(BOB, `sessions/${id}/stop`),
      await portal.delete(BOB, `sessions/${id}`),
      await portal.post(BOB, `sessions/${id}/restart`),
      await portal.post(BOB, `sessions/${id}/verify`),
      await portal.get(BOB, `sessions/${id}/logs`),
    ];
    for (const { status, body } of attempts) {
      expect(body.error.code).toBe('NotEntityOwner');
      expect(status).toBe(403);
    }
    const events = await denied(portal, 'NotEntityOwner');
    expect(
      events
        .map((event: { reason: string }) => event.reason.split(':')[0])
        .sort(),
    ).toEqual(['change', 'logs', 'restart', 'stop', 'verify']);
    expect(events[0]).toMatchObject({ actor: BOB, sessionId: id, key: 'pr-1' });
  });

  it('lets an admin extend, pin, stop and read logs, not update', async () => {
    const update = await portal.patch(EVE, `sessions/${id}`, {
      image: 'shop/checkout:y',
    });
    expect(update.body.error.code).toBe('NotEntityOwner');
    expect(
      (await portal.patch(EVE, `sessions/${id}`, { ttl: '1h' })).status,
    ).toBe(200);
    expect(
      (await portal.patch(EVE, `sessions/${id}`, { pinned: true })).status,
    ).toBe(200);
    expect((await portal.get(EVE, `sessions/${id}/logs`)).status).toBe(200);
  });

  it('keeps its environment to its owners', async () => {
    const join = {
      entityRef: 'component:default/payments',
      image: 'shop/payments:x',
      key: 'pr-1',
    };
    const dryRun = await portal.post(BOB, 'environments/pr-1/stop?dryRun=true');
    expect(dryRun.body).toMatchObject({
      dryRun: true,
      stopped: [],
      skipped: [{ id, code: 'NotEntityOwner' }],
    });
    const closed = await aPortal(portal.knex, {
      permissions: {
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result:
              permission.name === 'preview.environment.join'
                ? ('DENY' as never)
                : ('ALLOW' as never),
          })),
      },
    });
    const refused = await closed.post(BOB, 'sessions', join);
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({
      code: 'KeyInUse',
      message: 'This key belongs to group:default/team-shop.',
    });
    expect(await denied(portal, 'KeyInUse')).toHaveLength(1);
    await closed.stop();
    const joined = await portal.post(BOB, 'sessions', join);
    expect(joined.body.outcome).toBe('created');
    const { body } = await portal.get(
      ANN,
      'audit/events?action=environment.joined',
    );
    expect(body.items).toMatchObject([{ actor: BOB, key: 'pr-1' }]);
  });
});

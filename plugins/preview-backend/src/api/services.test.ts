// SPDX-License-Identifier: Apache-2.0
import { aPortal, CI } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { denied } from '../testUtils/denied';

jest.setTimeout(60_000);

const good = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key: 'pr-1',
};

describe.each(ENGINES)('service subjects on %s', engine => {
  let knex: Awaited<ReturnType<typeof freshDatabase>>;

  beforeAll(async () => {
    knex = await freshDatabase(engine);
  });

  it('are unknown until mapped', async () => {
    const portal = await aPortal(knex);
    const attempts = [
      await portal.post(CI, 'sessions', good),
      await portal.get(CI, 'sessions'),
      await portal.get(CI, 'environments'),
      await portal.get(CI, 'audit/events'),
      await portal.get(CI, 'entities/component/default/checkout/options'),
    ];
    for (const { status, body } of attempts) {
      expect(body.error.code).toBe('SubjectUnknown');
      expect(status).toBe(403);
    }
    expect((await denied(portal, 'SubjectUnknown')).length).toBeGreaterThan(0);
    await portal.stop();
  });

  it('may do what they are mapped to, on behalf of whom they claim', async () => {
    const subjects = [
      {
        subject: CI,
        entities: ['component:default/checkout'],
        namespaces: ['shop'],
        clusters: ['demo'],
        actions: ['read', 'start', 'update'],
      },
    ];
    const portal = await aPortal(knex, { preview: { access: { subjects } } });
    const other = await portal.post(CI, 'sessions', {
      entityRef: 'component:default/payments',
      image: 'shop/payments:x',
      key: 'ci-1',
    });
    expect(other.body.error.code).toBe('SubjectNotAllowed');
    const nameless = await portal.post(CI, 'sessions', {
      ...good,
      key: undefined,
    });
    expect(nameless.body.error.code).toBe('IdempotencyKeyRequired');
    const started = await portal.post(CI, 'sessions', {
      ...good,
      key: 'ci-1',
      claimedActor: 'octocat',
    });
    expect(started.body).toMatchObject({
      outcome: 'created',
      session: { createdBy: CI, claimedActor: 'octocat' },
    });
    const { id } = started.body.session;
    const stop = await portal.post(CI, `sessions/${id}/stop`);
    expect(stop.body.error.code).toBe('SubjectNotAllowed');
    const list = await portal.get(CI, 'sessions');
    expect(list.body.items).toHaveLength(1);
    await portal.stop();
  });
});

// SPDX-License-Identifier: Apache-2.0
import { ANN, aPortal, BOB, CI, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const wish = (n: number) => ({
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key: `pr-${n}`,
});

describe.each(ENGINES)('quotas on %s', engine => {
  let portal: Portal;

  afterEach(() => portal.stop());

  async function race(policy: object) {
    portal = await aPortal(await freshDatabase(engine), {
      preview: { policy: { ...policy } },
    });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        portal.post(ANN, 'sessions', wish(n)),
      ),
    );
    const active = await portal.knex('sessions').whereNull('ended_at');
    return {
      created: answers.filter(({ status }) => status === 201).length,
      refused: answers.filter(({ status }) => status === 429),
      active: active.length,
    };
  }

  it('let exactly 5 of 20 starts at once through', async () => {
    const { created, refused, active } = await race({});
    expect([created, refused.length, active]).toEqual([5, 15, 5]);
    for (const { body } of refused) {
      expect(body.error).toMatchObject({
        code: 'QuotaPerUser',
        retryable: true,
        rule: 'preview.policy.quotas.perUser',
        message: '5 of 5 previews are in use.',
      });
    }
    const events = await portal.get(
      ANN,
      'audit/events?action=access.denied&outcome=denied',
    );
    expect(events.body.items[0]).toMatchObject({
      code: 'QuotaPerUser',
      actor: ANN,
    });
    const other = await portal.post(BOB, 'sessions', {
      entityRef: 'component:default/payments',
      image: 'shop/payments:x',
    });
    expect(other.status).toBe(201);
  });

  it('count what a service starts for the team, not as one person’s', async () => {
    const subject = {
      subject: CI,
      entities: ['*'],
      namespaces: ['*'],
      clusters: ['*'],
      actions: ['start'],
    };
    portal = await aPortal(await freshDatabase(engine), {
      preview: {
        access: { subjects: [subject] },
        policy: { quotas: { perUser: 1, perOwner: 2 } },
      },
    });
    const codes = [];
    for (const n of [1, 2, 3]) {
      const { body } = await portal.post(CI, 'sessions', wish(n));
      codes.push(body.outcome ?? body.error.code);
    }
    expect(codes).toEqual(['created', 'created', 'QuotaPerOwner']);
  });

  it.each([
    ['perOwner', 'QuotaPerOwner'],
    ['perEntity', 'QuotaPerEntity'],
    ['perCluster', 'QuotaPerCluster'],
  ])('hold for %s too', async (scope, code) => {
    const quotas = { perUser: 100, [scope]: 3 };
    const { created, refused, active } = await race({ quotas });
    expect([created, refused.length, active]).toEqual([3, 17, 3]);
    expect(refused[0].body.error.code).toBe(code);
  });

  it('make one session of 20 equal starts at once', async () => {
    portal = await aPortal(await freshDatabase(engine));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => portal.post(ANN, 'sessions', wish(1))),
    );
    const outcomes = answers.map(({ body }) => body.outcome).sort();
    expect(outcomes).toEqual(['created', ...Array(19).fill('unchanged')]);
    expect(await portal.knex('sessions')).toHaveLength(1);
  });
});

// SPDX-License-Identifier: Apache-2.0
import type { JsonObject } from '@backstage/types';
import { ANN, aPortal, BOB, CI, EVE, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const good = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key: 'pr-1',
};
const header = (name: string, value: string) => ({
  traffic: { mode: 'steal', filter: { type: 'header', name, value } },
});
const secret = (name: string, key: string) => ({
  env: [{ name: 'DB', secretKeyRef: { name, key } }],
});

/** Who, the fields laid over a good start, status, code, field. */
const STARTS: [string, string, object, number, string, string | null][] = [
  ['another team’s entity', BOB, {}, 403, 'NotEntityOwner', null],
  ['an entity as an admin', EVE, {}, 403, 'NotEntityOwner', null],
  [
    'another team’s workload under one’s own entity',
    ANN,
    { target: 'deployment/payments', image: 'shop/payments:x' },
    403,
    'TargetNotOfEntity',
    'target',
  ],
  [
    'another team’s workload that one’s entity claims',
    ANN,
    { entityRef: 'component:default/greedy', image: 'shop/payments:x' },
    403,
    'TargetNotOfEntity',
    'target',
  ],
  [
    'an entity without owner',
    ANN,
    { entityRef: 'component:default/orphan', image: 'shop/orphan:x' },
    403,
    'NotEntityOwner',
    null,
  ],
  [
    'an image of another repository',
    ANN,
    { image: 'evil/checkout:x' },
    403,
    'ImageNotAllowed',
    'image',
  ],
  [
    'a filter without the key',
    ANN,
    header('x-preview-key', 'everything'),
    403,
    'FilterWithoutKey',
    'traffic.filter.value',
  ],
  [
    'a filter on another header',
    ANN,
    header('user-agent', 'pr-1'),
    403,
    'FilterHeaderNotAllowed',
    'traffic.filter.name',
  ],
  [
    'no filter at all',
    ANN,
    { traffic: { mode: 'steal', filter: null } },
    403,
    'UnfilteredSteal',
    'traffic.filter',
  ],
  [
    '$(VAR)',
    ANN,
    { env: [{ name: 'DB', value: 'x$(DB_PASSWORD)' }] },
    403,
    'EnvExpansionRefused',
    'env[0]',
  ],
  [
    'a variable that is not allowed',
    ANN,
    { env: [{ name: 'LD_PRELOAD', value: 'x' }] },
    403,
    'EnvNotAllowed',
    'env[0]',
  ],
  [
    'a Secret that the workload does not use',
    ANN,
    secret('payments-db', 'password'),
    403,
    'SecretNotOfTarget',
    'env[0]',
  ],
  [
    'another key of its Secret',
    ANN,
    secret('checkout-db', 'admin'),
    403,
    'SecretNotOfTarget',
    'env[0]',
  ],
  [
    'a claimed actor as a person',
    ANN,
    { claimedActor: 'user:default/boss' },
    403,
    'ClaimedActorNotAllowed',
    'claimedActor',
  ],
  ['no end as no admin', ANN, { pinned: true }, 403, 'PinNotAllowed', 'pinned'],
];

const preview: JsonObject = {
  policy: { ttl: { min: '1s' }, env: { allow: ['DB'] } },
};

async function denied(portal: Portal, code: string) {
  const { body } = await portal.get(
    EVE,
    'audit/events?action=access.denied&outcome=denied&limit=200',
  );
  return body.items.filter((event: { code: string }) => event.code === code);
}

describe.each(ENGINES)('nobody gets further than they may on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), { preview });
  });
  afterAll(() => portal.stop());

  it.each(STARTS)(
    'refuses %s, and says so in the audit log',
    async (_, who, over, status, code, field) => {
      const before = await denied(portal, code);
      const answer = await portal.post(who, 'sessions', { ...good, ...over });
      expect(answer.body.error).toMatchObject({ code, field });
      expect(answer.status).toBe(status);
      expect(answer.body.error.rule).toEqual(expect.any(String));
      const events = await denied(portal, code);
      expect(events).toHaveLength(before.length + 1);
      expect(events[0]).toMatchObject({
        actor: who,
        code,
        policy: answer.body.error.rule,
        image: { ...good, ...over }.image,
      });
      expect(await portal.knex('sessions').select('id')).toEqual([]);
    },
  );
});

describe.each(ENGINES)('somebody else’s session on %s', engine => {
  let portal: Portal;
  let id: string;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), { preview });
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

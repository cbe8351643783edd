// SPDX-License-Identifier: Apache-2.0
import type { JsonObject } from '@backstage/types';
import { ANN, aPortal, BOB, EVE, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { denied } from '../testUtils/denied';

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

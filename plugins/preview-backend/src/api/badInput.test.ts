// SPDX-License-Identifier: Apache-2.0
import { ANN, aPortal, type Portal } from '../testUtils/aPortal';
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

/** What is wrong, the fields laid over a good start, status, code, field. */
const STARTS: [string, object, number, string, string | null][] = [
  ['a bad key', { key: 'PR 1' }, 400, 'InvalidKey', 'key'],
  ['an empty key', { key: '' }, 400, 'InvalidKey', 'key'],
  ['an over-long key', { key: 'k'.repeat(41) }, 400, 'InvalidKey', 'key'],
  ['an endless key', { key: 'k'.repeat(600) }, 400, 'InvalidRequest', 'key'],
  ['an unparsable image', { image: 'A b' }, 400, 'InvalidImage', 'image'],
  ['no image', { image: undefined }, 400, 'InvalidRequest', 'image'],
  ['an image that is a number', { image: 1 }, 400, 'InvalidRequest', 'image'],
  [
    'no entity ref',
    { entityRef: 'a/b/c' },
    400,
    'InvalidEntityRef',
    'entityRef',
  ],
  [
    'an unknown entity',
    { entityRef: 'component:default/nobody' },
    404,
    'EntityNotFound',
    'entityRef',
  ],
  [
    'an entity without annotation',
    { entityRef: 'component:default/plain' },
    422,
    'EntityNotAnnotated',
    'entityRef',
  ],
  [
    'an unknown target kind',
    { target: 'ingress/a' },
    400,
    'InvalidTarget',
    'target',
  ],
  ['a job', { target: 'job/a' }, 422, 'TargetKindUnsupported', 'target'],
  [
    'targetless',
    { target: 'targetless' },
    422,
    'TargetKindUnsupported',
    'target',
  ],
  ['TTL 0', { ttl: '0s' }, 400, 'InvalidDuration', 'ttl'],
  ['a negative TTL', { ttl: '-1h' }, 400, 'InvalidDuration', 'ttl'],
  ['a TTL below the minimum', { ttl: '999ms' }, 422, 'TtlTooShort', 'ttl'],
  ['a TTL above the maximum', { ttl: '73h' }, 422, 'TtlTooLong', 'ttl'],
  ['a TTL beyond all time', { ttl: '999999999w' }, 422, 'TtlTooLong', 'ttl'],
  ['a TTL that is none', { ttl: 'soon' }, 400, 'InvalidDuration', 'ttl'],
  [
    'two ways of saying time',
    { ttl: '1h', expiresAt: '2099-01-01T00:00:00Z' },
    400,
    'DeadlineAmbiguous',
    'ttl',
  ],
  [
    'an end and no end',
    { ttl: '1h', pinned: true },
    400,
    'DeadlineAmbiguous',
    'ttl',
  ],
  [
    'a time without zone',
    { expiresAt: '2099-01-01T00:00:00' },
    400,
    'InvalidTime',
    'expiresAt',
  ],
  [
    'a time in the past',
    { expiresAt: '2001-01-01T00:00:00Z' },
    400,
    'InvalidTime',
    'expiresAt',
  ],
  ['an unknown field', { imgae: 'x' }, 400, 'UnknownField', 'imgae'],
  [
    'an unknown field further down',
    { traffic: { mode: 'none', percent: 5 } },
    400,
    'UnknownField',
    'traffic.percent',
  ],
  [
    'an unknown kind of filter',
    {
      traffic: {
        mode: 'steal',
        filter: { type: 'cookie', name: 'a', value: 'b' },
      },
    },
    400,
    'InvalidRequest',
    'traffic.filter.type',
  ],
  [
    'a namespace outside policy',
    { namespace: 'kube-system' },
    403,
    'NamespaceNotAllowed',
    'namespace',
  ],
  [
    'a cluster outside policy',
    { cluster: 'prod' },
    403,
    'ClusterNotAllowed',
    'cluster',
  ],
  [
    'a header value with control characters',
    header('x-preview-key', 'pr-1\r\nx-admin: 1'),
    400,
    'InvalidRequest',
    'traffic.filter.value',
  ],
  [
    'a header that is none',
    header('x preview', 'pr-1'),
    400,
    'InvalidFilter',
    'traffic.filter.name',
  ],
  [
    'a variable without value',
    { env: [{ name: 'A' }] },
    400,
    'InvalidEnv',
    'env[0]',
  ],
  ['no replicas', { replicas: 0 }, 400, 'InvalidRequest', 'replicas'],
  [
    'another driver',
    { driver: 'mirrord' },
    422,
    'FeatureUnsupported',
    'driver',
  ],
  [
    'mirror',
    { traffic: { mode: 'mirror' } },
    422,
    'TrafficModeUnsupported',
    'traffic.mode',
  ],
  [
    'inherit',
    { labelMode: 'inherit' },
    422,
    'LabelModeUnsupported',
    'labelMode',
  ],
];

/** Everything that a refused request must leave alone. */
async function rows({ knex, driver }: Portal) {
  const tables = [
    'sessions',
    'session_revisions',
    'environments',
    'idempotency_keys',
  ];
  const counts = await Promise.all(
    tables.map(table => knex(table).count({ n: '*' }).first()),
  );
  return [
    ...counts.map(row => Number(row!.n)),
    driver.world.read().objects.length,
  ];
}

describe.each(ENGINES)('bad input on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine));
  });
  afterEach(async () => {
    const left = await rows(portal);
    if (left.some(count => count > 0)) {
      throw new Error(`Something changed: ${left}`);
    }
  });
  afterAll(() => portal.stop());

  it.each(STARTS)(
    'refuses to start with %s',
    async (_, over, status, code, field) => {
      const answer = await portal.post(ANN, 'sessions', { ...good, ...over });
      expect(answer.body.error).toMatchObject({ code, field });
      expect(answer.status).toBe(status);
      expect(answer.body.error.hint).toMatch(/.{10}/);
      expect(answer.body.error).toHaveProperty('retryable');
    },
  );

  it.each<[string, string, number, string]>([
    ['an unknown id', 'sessions/nobody', 404, 'SessionNotFound'],
    ['an unknown environment', 'environments/pr-9', 404, 'EnvironmentNotFound'],
    ['an unknown call', 'session', 404, 'CallNotFound'],
    ['a malformed cursor', 'sessions?cursor=%25', 400, 'InvalidCursor'],
    ['a cursor made up', 'sessions?cursor=WzEsMV0', 400, 'InvalidCursor'],
    ['a page that is too long', 'sessions?limit=201', 400, 'InvalidRequest'],
    ['an unknown order', 'sessions?order=name', 400, 'InvalidRequest'],
    ['an unknown filter', 'sessions?owners=a', 400, 'UnknownField'],
    ['a wait for nothing', 'sessions/a/wait', 400, 'InvalidRequest'],
    ['a moment that is none', 'audit/events?from=then', 400, 'InvalidTime'],
  ])('refuses %s', async (_, path, status, code) => {
    const answer = await portal.get(ANN, path);
    expect(answer.body.error).toMatchObject({ code });
    expect(answer.status).toBe(status);
  });

  it('refuses a cursor of another query', async () => {
    await portal.knex('audit_bodies').count();
    const first = await portal.get(ANN, 'audit/events?limit=1&outcome=denied');
    expect(first.body.nextCursor).toEqual(expect.any(String));
    const cursor = encodeURIComponent(first.body.nextCursor);
    const same = await portal.get(
      ANN,
      `audit/events?limit=1&outcome=denied&cursor=${cursor}`,
    );
    expect(same.status).toBe(200);
    const other = await portal.get(
      ANN,
      `audit/events?limit=1&cursor=${cursor}`,
    );
    expect(other.body.error).toMatchObject({
      code: 'InvalidCursor',
      field: 'cursor',
    });
    const list = await portal.get(ANN, `sessions?cursor=${cursor}`);
    expect(list.body.error.code).toBe('InvalidCursor');
  });

  it('refuses a body of 10 MB and of no JSON', async () => {
    const large = await portal.post(ANN, 'sessions', {
      ...good,
      reason: 'x'.repeat(10_000_000),
    });
    expect(large.status).toBe(413);
    expect(large.body.error.code).toBe('BodyTooLarge');
    const broken = await portal
      .post(ANN, 'sessions')
      .set('Content-Type', 'application/json')
      .send('{"entityRef": ');
    expect(broken.status).toBe(400);
    expect(broken.body.error.code).toBe('InvalidRequest');
    const text = await portal
      .post(ANN, 'sessions')
      .set('Content-Type', 'text/plain')
      .send('hello');
    expect(text.status).toBe(400);
    expect(text.body.error.code).toBe('InvalidRequest');
  });

  it('tells nothing of what went wrong inside', async () => {
    const resolve = jest
      .spyOn(portal.driver, 'resolve')
      .mockRejectedValue(new Error('token=s3cr3t at https://10.0.0.1'));
    const answer = await portal.post(ANN, 'sessions', good);
    resolve.mockRestore();
    expect(answer.status).toBe(503);
    expect(answer.body.error).toMatchObject({
      code: 'ClusterUnreachable',
      retryable: true,
    });
    expect(answer.text).not.toMatch(/s3cr3t|10\.0\.0\.1|\.ts:|node_modules/);
  });
});

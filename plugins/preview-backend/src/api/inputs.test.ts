// SPDX-License-Identifier: Apache-2.0
import { INPUT_NAMES } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database/engine';
import { ANN, aPortal, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const good = {
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
};
const CONTENTS = 'the-words-of-a-secret';
const secretMounts = [
  { path: '/etc/shop/token', type: 'text', data: CONTENTS },
];
const queues = [
  { id: 'orders', type: 'sqs', messageFilter: { key: '^pr-[0-9]+$' } },
];

/** Everything that the database holds, as text. */
async function everything(knex: Knex): Promise<string> {
  const tables: string[] = isPostgres(knex)
    ? await knex('pg_tables').where({ schemaname: 'public' }).pluck('tablename')
    : await knex('sqlite_master').where({ type: 'table' }).pluck('name');
  const rows = await Promise.all(tables.map(table => knex(table).select('*')));
  return JSON.stringify(rows);
}

describe.each(ENGINES)('what else a start asks for on %s', engine => {
  let knex: Knex;
  let portal: Portal;

  beforeAll(async () => {
    knex = await freshDatabase(engine);
    portal = await aPortal(knex, {
      preview: {
        policy: {
          inputs: { allow: INPUT_NAMES.filter(name => name !== 'databases') },
          filters: { allow: ['mirrord-default', 'header-regex', 'all-of'] },
          quotas: { perUser: 100, perOwner: 100 },
        },
      },
    });
    portal.driver.can = {
      inputs: INPUT_NAMES.filter(name => name !== 'labels'),
      filters: [
        'header',
        'header-regex',
        'mirrord-default',
        'all-of',
        'any-of',
        'path',
      ],
      reasons: { labels: 'It is too old.' },
    };
  });
  afterAll(() => portal.stop());

  const start = async (over: object) => {
    const { body } = await portal.post(ANN, 'sessions', { ...good, ...over });
    return body;
  };

  it.each<[string, object, string, string]>([
    ['a port twice', { ports: [80, 80] }, 'InvalidRequest', 'ports[1]'],
    [
      'ports in two ways',
      { ports: [80], ignorePorts: [81] },
      'InvalidRequest',
      'ignorePorts',
    ],
    ['port 0', { ports: [0] }, 'InvalidRequest', 'ports[0]'],
    ['an empty selection', { labels: {} }, 'InvalidRequest', 'labels'],
    [
      'a short sleep',
      { idle: { sleepAfterSeconds: 29 } },
      'InvalidRequest',
      'idle.sleepAfterSeconds',
    ],
    [
      'nothing that wakes',
      { idle: { startIdle: true }, traffic: { mode: 'none' } },
      'InvalidRequest',
      'idle',
    ],
    [
      'what policy does not name',
      { databases: [{ type: 'pg', name: 'a' }] },
      'InputNotAllowed',
      'databases',
    ],
    [
      'what the cluster cannot do',
      { labels: { include: ['app'] } },
      'FeatureUnsupported',
      'labels',
    ],
    [
      'messages of others',
      { queues },
      'QueueWithoutKey',
      'queues[0].messageFilter',
    ],
    [
      'a form of filter that policy does not name',
      { traffic: { mode: 'steal', filter: { type: 'path', pattern: '/bad' } } },
      'FilterTypeNotAllowed',
      'traffic.filter.type',
    ],
    [
      'a form of filter that the cluster does not know',
      {
        traffic: {
          mode: 'steal',
          filter: { type: 'header-jq', query: '.bad' },
        },
      },
      'FeatureUnsupported',
      'traffic.filter.type',
    ],
    [
      'a header that is not allowed, in a combination',
      {
        traffic: {
          mode: 'steal',
          filter: {
            type: 'all-of',
            filters: [{ type: 'header', name: 'x-other', value: 'bad' }],
          },
        },
      },
      'FilterHeaderNotAllowed',
      'traffic.filter.filters[0].name',
    ],
    [
      'an expression without the key',
      {
        traffic: {
          mode: 'steal',
          filter: { type: 'header-regex', pattern: 'x: bad-1' },
        },
      },
      'FilterWithoutKey',
      'traffic.filter',
    ],
  ])('refuses %s', async (_, over, code, field) => {
    const { error } = await start({ key: 'bad', ...over });
    expect(error).toMatchObject({ code, field });
    expect(error.hint).toMatch(/.{10}/);
    const list = await portal.get(ANN, 'sessions?key=bad');
    expect(list.body.items).toEqual([]);
  });

  it('keeps what is asked for, and shows it without contents', async () => {
    const configMounts = [{ path: '/etc/a', type: 'binary', data: 'AAEC' }];
    const { session } = await start({
      key: 'kept',
      ports: [8080],
      idle: { sleepAfterSeconds: 60 },
      configMounts,
    });
    expect(session.inputs).toEqual({
      ports: [8080],
      ignorePorts: null,
      queues: [],
      databases: [],
      labels: null,
      envSelection: null,
      idle: { sleepAfterSeconds: 60 },
      configMounts: [{ path: '/etc/a', type: 'binary', bytes: 3 }],
      secretMounts: [],
    });
    const unchanged = await start({ key: 'kept' });
    expect(unchanged.outcome).toBe('unchanged');
    const next = await start({ key: 'kept', ignorePorts: [9090], idle: null });
    expect(next.outcome).toBe('updated');
    expect(next.session.revision).toBe(2);
    expect(next.session.inputs).toMatchObject({
      ports: null,
      ignorePorts: [9090],
      idle: null,
      configMounts: [{ path: '/etc/a' }],
    });
    const plain = await start({
      key: 'kept',
      ignorePorts: null,
      configMounts: null,
    });
    expect(plain.session.inputs).toBeNull();
  });

  it('takes files of 1 MiB in all, and no more', async () => {
    const file = (bytes: number) => [
      { path: '/etc/a', type: 'text', data: 'x'.repeat(bytes) },
    ];
    const { session } = await start({
      key: 'large',
      configMounts: file(1024 * 1024),
    });
    expect(session.inputs.configMounts[0].bytes).toBe(1024 * 1024);
    const { error } = await start({
      key: 'larger',
      configMounts: file(1024 * 1024 + 1),
    });
    expect(error).toMatchObject({
      code: 'InvalidRequest',
      field: 'configMounts',
    });
    const other = await portal.post(ANN, `sessions/${session.id}/stop`, {
      reason: 'x'.repeat(70_000),
    });
    expect(other.status).toBe(413);
  });

  it('hands secret files to the cluster and keeps them nowhere', async () => {
    const { session } = await start({ key: 'secret', secretMounts });
    expect(session.inputs.secretMounts).toEqual([{ path: '/etc/shop/token' }]);
    await portal.get(ANN, `sessions/${session.id}/wait?for=ready&timeout=20`);
    expect(portal.driver.secretFiles.get(session.id)).toEqual({
      '/etc/shop/token': Buffer.from(CONTENTS).toString('base64'),
    });
    const stored = await everything(knex);
    expect(stored).toContain('/etc/shop/token');
    expect(stored).not.toContain(CONTENTS);
    expect(stored).not.toContain(Buffer.from(CONTENTS).toString('base64'));

    const image = 'shop/checkout:feature-y';
    const again = await start({ key: 'secret', image });
    expect(again.error).toMatchObject({
      code: 'SecretMountsNeeded',
      field: 'secretMounts',
    });
    const { body } = await portal.post(
      ANN,
      `sessions/${session.id}/restart`,
      {},
    );
    expect(body.error.code).toBe('SecretMountsNeeded');
    const extended = await start({ key: 'secret', ttl: '2h' });
    expect(extended.outcome).toBe('updated');
    const sent = await start({ key: 'secret', image, secretMounts });
    expect(sent.session.revision).toBe(2);
    const without = await start({ key: 'secret', secretMounts: null });
    expect(without.session.inputs).toBeNull();
  });

  it('does not let keys meet that the default filter cannot tell apart', async () => {
    const filter = { type: 'mirrord-default' };
    const traffic = { mode: 'steal', filter };
    const first = await start({ key: 'meet-1', traffic });
    expect(first.session.access.headers).toEqual({
      baggage: 'mirrord-session=meet-1',
    });
    const longer = { key: 'meet-12', traffic };
    expect((await start(longer)).error).toMatchObject({
      code: 'FilterConflict',
      field: 'key',
      message: expect.stringContaining('meet-1'),
    });
    const report = await portal.post(ANN, 'preflights', { ...good, ...longer });
    expect(report.body.checks).toContainEqual(
      expect.objectContaining({ code: 'FilterConflict', status: 'failed' }),
    );
    const apart = await start({ key: 'meet-12' });
    expect(apart.outcome).toBe('created');
    const changed = await start({ key: 'meet-12', traffic });
    expect(changed.error.code).toBe('FilterConflict');
  });
});

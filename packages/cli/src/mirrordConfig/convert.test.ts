// SPDX-License-Identifier: Apache-2.0
import { convert } from './convert';

const none = () => {
  throw new Error('no file is named');
};
const wishOf = (config: object) =>
  convert(config as Record<string, unknown>, none).wish;
const preview = (content: object) => ({ feature: { preview: content } });
const incoming = (content: unknown) => ({
  feature: { network: { incoming: content } },
});
const filter = (http_filter: object) =>
  incoming({ mode: 'steal', http_filter });

describe('targets', () => {
  it.each<[unknown, object]>([
    ['deployment/checkout', { target: 'deployment/checkout' }],
    ['deploy/checkout', { target: 'deployment/checkout' }],
    ['pod/checkout-0', { target: 'pod/checkout-0' }],
    ['rollout/checkout', { target: 'rollout/checkout' }],
    [
      'statefulset/db/container/main',
      { target: 'statefulset/db/container/main' },
    ],
    ['replicaset/x', { target: 'replicaset/x' }],
    ['service/x', { target: 'service/x' }],
    ['job/x', { target: 'job/x' }],
    ['cronjob/x', { target: 'cronjob/x' }],
    ['label/app=x', { target: 'label/app=x' }],
    ['targetless', { target: 'targetless' }],
    [
      { path: 'deploy/checkout/container/web', namespace: 'shop' },
      { target: 'deployment/checkout/container/web', namespace: 'shop' },
    ],
    [
      { path: { deployment: 'checkout', container: 'web' }, namespace: 'shop' },
      { target: 'deployment/checkout/container/web', namespace: 'shop' },
    ],
    [{ stateful_set: 'db' }, { target: 'statefulset/db' }],
    [{ namespace: 'shop' }, { namespace: 'shop' }],
    [null, {}],
  ])('%j', (target, wish) => {
    expect(wishOf({ target })).toEqual(wish);
  });
});

describe('feature.preview', () => {
  it.each<[object, object]>([
    [{ image: 'shop/checkout:1' }, { image: 'shop/checkout:1' }],
    [{ ttl_mins: 30 }, { ttl: '30m' }],
    [{ ttl_secs: 90 }, { ttl: '90s' }],
    [{ ttl_mins: 'infinite' }, { pinned: true }],
    [{ ttl_secs: 'infinite' }, { pinned: true }],
    [{ replicas: 0 }, { replicas: 0 }],
    [{ labels: { include: ['a*'] } }, { labels: { include: ['a*'] } }],
    [{ labels: { exclude: 'b?' } }, { labels: { exclude: ['b?'] } }],
    [
      {
        idle: { start_idle: true, sleep_after_secs: 60, wake_timeout_secs: 9 },
      },
      {
        idle: {
          startIdle: true,
          sleepAfterSeconds: 60,
          wakeTimeoutSeconds: 9,
        },
      },
    ],
    [
      { config_mounts: [{ mount_at: '/a', type: 'text', payload: 'x' }] },
      { configMounts: [{ path: '/a', type: 'text', data: 'x' }] },
    ],
    [
      { secret_mounts: [{ mount_at: '/a', type: 'binary', payload: 'AA==' }] },
      { secretMounts: [{ path: '/a', type: 'binary', data: 'AA==' }] },
    ],
  ])('%j', (content, wish) => {
    expect(wishOf(preview(content))).toEqual(wish);
  });

  it('tells how long to wait', () => {
    const config = preview({ creation_timeout_secs: 600 });
    expect(convert(config, none).timeout).toBe(600_000);
  });

  it('reads files, as text where they are text', () => {
    const files: Record<string, Buffer> = {
      text: Buffer.from('grün\n'),
      bytes: Buffer.from([0xff, 0x00]),
    };
    const mounts = Object.keys(files).map(name => ({
      mount_at: `/${name}`,
      from_file: name,
    }));
    const { wish } = convert(
      preview({ config_mounts: mounts }),
      name => files[name],
    );
    expect(wish.configMounts).toEqual([
      { path: '/text', type: 'text', data: 'grün\n' },
      { path: '/bytes', type: 'binary', data: '/wA=' },
    ]);
  });
});

describe('feature.network.incoming', () => {
  it.each<[unknown, object]>([
    ['steal', { traffic: { mode: 'steal' } }],
    ['mirror', { traffic: { mode: 'mirror', filter: null } }],
    ['off', { traffic: { mode: 'none' } }],
    [true, { traffic: { mode: 'mirror', filter: null } }],
    [false, { traffic: { mode: 'none' } }],
    [{}, { traffic: { mode: 'mirror', filter: null } }],
    [{ mode: 'off' }, { traffic: { mode: 'none' } }],
    [
      { mode: 'steal', ports: [80, 8080] },
      { traffic: { mode: 'steal' }, ports: [80, 8080] },
    ],
    [
      { mode: 'steal', ignore_ports: [9090] },
      { traffic: { mode: 'steal' }, ignorePorts: [9090] },
    ],
    [
      { mode: 'mirror', http_filter: { header_filter: 'x: y' } },
      {
        traffic: {
          mode: 'mirror',
          filter: { type: 'header-regex', pattern: 'x: y' },
        },
      },
    ],
  ])('%j', (content, wish) => {
    expect(wishOf(incoming(content))).toEqual(wish);
  });

  it('is off without a network', () => {
    expect(wishOf({ feature: { network: false } })).toEqual({
      traffic: { mode: 'none' },
    });
  });

  it('says whose default applies where it is absent', () => {
    const { wish, warnings } = convert({ feature: { network: true } }, none);
    expect(wish).toEqual({});
    expect(warnings).toEqual([
      expect.stringContaining('the portal’s default applies'),
    ]);
  });
});

describe('http_filter', () => {
  const get = { type: 'method', method: 'GET' };
  it.each<[object, unknown]>([
    [
      { header_filter: '^x-preview-key: pr-7$' },
      { type: 'header', name: 'x-preview-key', value: 'pr-7' },
    ],
    [
      { header_filter: '^X-Env: a\\.b=c$' },
      { type: 'header', name: 'x-env', value: 'a.b=c' },
    ],
    ...[
      'x-preview-key: pr-7',
      '^x-preview-key: pr-7',
      '^x-preview-key: pr.7$',
      '^baggage: .*mirrord-session=pr-7.*$',
      '^x: (a|b)$',
    ].map((text): [object, unknown] => [
      { header_filter: text },
      { type: 'header-regex', pattern: text },
    ]),
    [{ path_filter: '^/pr-7' }, { type: 'path', pattern: '^/pr-7' }],
    [{ method_filter: 'GET' }, get],
    [{ method_filter: '^get$' }, get],
    [
      { method_filter: '^(GET|HEAD)$' },
      { type: 'any-of', filters: [get, { type: 'method', method: 'HEAD' }] },
    ],
    [
      { body_filter: { body: 'json', query: '$.key', matches: 'pr-7' } },
      { type: 'json-body', query: '$.key', matches: 'pr-7' },
    ],
    [
      { header_filter_jq: '.a == "b"' },
      { type: 'header-jq', query: '.a == "b"' },
    ],
    [
      {
        all_of: [
          { header: '^a: b$' },
          { path: '/x' },
          { method: 'GET' },
          { body: 'json', query: '$.a', matches: 'b' },
          { query: '.a' },
        ],
      },
      {
        type: 'all-of',
        filters: [
          { type: 'header', name: 'a', value: 'b' },
          { type: 'path', pattern: '/x' },
          get,
          { type: 'json-body', query: '$.a', matches: 'b' },
          { type: 'header-jq', query: '.a' },
        ],
      },
    ],
    [
      { any_of: [{ header: 'a' }, { path: 'b' }] },
      {
        type: 'any-of',
        filters: [
          { type: 'header-regex', pattern: 'a' },
          { type: 'path', pattern: 'b' },
        ],
      },
    ],
    [{}, undefined],
  ])('%j', (given, wanted) => {
    expect(wishOf(filter(given)).traffic?.filter).toEqual(wanted);
  });
});

describe('feature.env', () => {
  it.each<[unknown, object]>([
    [true, {}],
    [false, { envSelection: { exclude: ['*'] } }],
    [
      { include: 'A_*;B', override: { C: 'd', N: 1 } },
      {
        envSelection: { include: ['A_*', 'B'] },
        env: [
          { name: 'C', value: 'd' },
          { name: 'N', value: '1' },
        ],
      },
    ],
    [{ exclude: ['X'] }, { envSelection: { exclude: ['X'] } }],
  ])('%j', (env, wish) => {
    expect(wishOf({ feature: { env } })).toEqual(wish);
  });

  it('lets overrides win over the file', () => {
    const config = {
      feature: { env: { env_file: '.env', override: { A: '2' } } },
    };
    const { wish } = convert(config, () => Buffer.from('A=1\nB="x y"\n'));
    expect(wish.env).toEqual([
      { name: 'A', value: '2' },
      { name: 'B', value: 'x y' },
    ]);
  });
});

describe('feature.split_queues', () => {
  it.each([
    ['SQS', 'sqs'],
    ['Kafka', 'kafka'],
    ['RMQ', 'rabbitmq'],
    ['GCPPubSub', 'gcp-pubsub'],
    ['AzureServiceBus', 'azure-service-bus'],
    ['RedisPubSub', 'redis-pubsub'],
    ['Temporal', 'temporal'],
    ['BullMQ', 'bullmq'],
  ])('%s', (queue_type, type) => {
    const message_filter = { tracestate: 'mirrord-session=pr-7' };
    const entry = { queue_type, message_filter, queue_mode: 'mirror' };
    const messageFilter = message_filter;
    const wanted = [{ id: 'orders', type, messageFilter, mode: 'mirror' }];
    expect(wishOf({ feature: { split_queues: { orders: entry } } })).toEqual({
      queues: wanted,
    });
    const list = [{ queue_id: 'orders', ...entry }];
    expect(wishOf({ feature: { split_queues: list } })).toEqual({
      queues: wanted,
    });
  });

  it('takes jq', () => {
    const queues = { '*': { queue_type: 'SQS', jq_filter: '.a' } };
    expect(wishOf({ feature: { split_queues: queues } }).queues).toEqual([
      { id: '*', type: 'sqs', jqFilter: '.a' },
    ]);
  });
});

it('names once what does not apply', () => {
  const { warnings } = convert(
    {
      $schema: 'https://example.com/schema.json',
      key: 'pr-7',
      operator: true,
      agent: { ttl: 30 },
      target: { path: 'deployment/x', flavour: 'sweet' },
      feature: {
        fs: 'read',
        preview: { image: 'x', tll_mins: 1 },
        network: {
          dns: true,
          incoming: {
            mode: 'steal',
            port_mapping: [[1, 2]],
            http_filter: { header_filter: 'a', ports: [80] },
          },
        },
        env: { mapping: { a: 'b' } },
      },
    },
    none,
  );
  expect(warnings).toHaveLength(1);
  expect(warnings[0].split(': ')[1].split(', ').sort()).toEqual([
    'agent',
    'feature.env.mapping',
    'feature.fs',
    'feature.network.dns',
    'feature.network.incoming.http_filter.ports',
    'feature.network.incoming.port_mapping',
    'feature.preview.tll_mins',
    'operator',
    'target.flavour',
  ]);
});

it.each<[string, object]>([
  ['feature', { feature: [] }],
  ['feature.preview.image', preview({ image: 1 })],
  ['feature.preview.ttl_secs', preview({ ttl_mins: 1, ttl_secs: 1 })],
  ['feature.preview.ttl_mins', preview({ ttl_mins: 'ever' })],
  ['feature.preview.replicas', preview({ replicas: -1 })],
  [
    'feature.preview.labels.exclude',
    preview({ labels: { include: ['a'], exclude: ['b'] } }),
  ],
  [
    'feature.preview.idle.sleep_after_secs',
    preview({ idle: { sleep_after_secs: 'long' } }),
  ],
  [
    'feature.preview.config_mounts[0].mount_at',
    preview({ config_mounts: [{ type: 'text', payload: 'x' }] }),
  ],
  [
    'feature.preview.config_mounts[0].from_file',
    preview({
      config_mounts: [{ mount_at: '/a', payload: 'x', from_file: 'y' }],
    }),
  ],
  [
    'feature.preview.secret_mounts[0].type',
    preview({ secret_mounts: [{ mount_at: '/a', payload: 'x' }] }),
  ],
  [
    'feature.preview.secret_mounts[0].payload',
    preview({ secret_mounts: [{ mount_at: '/a' }] }),
  ],
  ['feature.network.incoming', incoming('take')],
  ['feature.network.incoming.mode', incoming({ mode: 'take' })],
  ['feature.network.incoming.ports', incoming({ ports: ['http'] })],
  [
    'feature.network.incoming.ignore_ports',
    incoming({ ports: [1], ignore_ports: [2] }),
  ],
  [
    'feature.network.incoming.http_filter.path_filter',
    filter({ header_filter: 'a', path_filter: 'b' }),
  ],
  [
    'feature.network.incoming.http_filter.header_filter',
    filter({ header_filter: '' }),
  ],
  ['feature.network.incoming.http_filter.all_of', filter({ all_of: [] })],
  [
    'feature.network.incoming.http_filter.all_of[0]',
    filter({ all_of: [{ colour: 'red' }] }),
  ],
  [
    'feature.network.incoming.http_filter.all_of[0].method',
    filter({ all_of: [{ method: 'GET|PUT' }] }),
  ],
  [
    'feature.network.incoming.http_filter.method_filter',
    filter({ method_filter: 'P.*' }),
  ],
  [
    'feature.network.incoming.http_filter.body_filter.matches',
    filter({ body_filter: { body: 'json', query: '$' } }),
  ],
  [
    'feature.env.exclude',
    { feature: { env: { include: ['A'], exclude: ['B'] } } },
  ],
  [
    'feature.split_queues.q.queue_type',
    { feature: { split_queues: { q: { queue_type: 'NATS' } } } },
  ],
  [
    'feature.split_queues.q.message_filter',
    { feature: { split_queues: { q: { queue_type: 'RMQ' } } } },
  ],
  [
    'feature.split_queues[0].queue_id',
    { feature: { split_queues: [{ queue_type: 'SQS' }] } },
  ],
  ['feature.db_branches', { feature: { db_branches: [{ type: 'pg' }] } }],
])('refuses a wrong %s by its name', (field, config) => {
  expect(() => convert(config as Record<string, unknown>, none)).toThrow(
    expect.objectContaining({ name: 'CliError', field }),
  );
});

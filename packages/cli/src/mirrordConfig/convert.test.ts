// SPDX-License-Identifier: Apache-2.0
import { convert } from './convert';

const none = () => {
  throw new Error('no file is named');
};
const wishOf = (config: object) =>
  convert(config as Record<string, unknown>, none).wish;
const preview = (content: object) => ({ feature: { preview: content } });

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

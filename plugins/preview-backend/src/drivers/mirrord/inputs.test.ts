// SPDX-License-Identifier: Apache-2.0
import {
  type AskedInputs,
  DATABASE_TYPES,
  type QueueSplit,
  type QueueType,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { MirrordSessionSpec, QueueSplitting } from './model';
import { specOf } from './spec';
import { anIntent } from './testUtils/objects';

const BOUND = '(?<![-A-Za-z0-9])pr-1(?![-A-Za-z0-9])';
const spec = (inputs: AskedInputs, more: Partial<SessionIntent> = {}) =>
  specOf(anIntent({ inputs, ...more }), 'main', 60);

describe('what else was asked for, on the resource', () => {
  it('is nothing where nothing was', () => {
    expect(Object.keys(spec({}))).toEqual([
      'image',
      'key',
      'target',
      'ttlSecs',
      'incoming',
    ]);
  });

  it.each<[string, AskedInputs, Partial<MirrordSessionSpec>]>([
    [
      'labels to keep',
      { labels: { include: ['app*'] } },
      { labels: { include: ['app*'] } },
    ],
    [
      'labels to drop',
      { labels: { exclude: ['team'] } },
      { labels: { exclude: ['team'] } },
    ],
    [
      'variables to keep',
      { envSelection: { include: ['DB_?'] } },
      { env: { include: ['DB_?'] } },
    ],
    [
      'variables to drop',
      { envSelection: { exclude: ['DB_*'] } },
      { env: { exclude: ['DB_*'] } },
    ],
    [
      'starting without pods',
      { idle: { startIdle: true } },
      { idle: { startIdle: true } },
    ],
    [
      'sleeping and waking',
      { idle: { sleepAfterSeconds: 30, wakeTimeoutSeconds: 1 } },
      { idle: { sleepAfterSecs: 30, wakeTimeoutSecs: 1 } },
    ],
    [
      'files',
      {
        configMounts: [
          { path: '/a', type: 'text', data: 'x' },
          { path: '/b', type: 'binary', data: 'AAEC' },
        ],
      },
      {
        configMounts: [
          { path: '/a', type: 'text', data: 'x' },
          { path: '/b', type: 'binary', data: 'AAEC' },
        ],
      },
    ],
    [
      'secret files, by their paths alone',
      {
        secretMounts: [{ path: '/a' }, { path: '/b' }],
        secretContents: 'some-id',
      },
      {
        secretMounts: [
          { path: '/a', secretKey: 'k0' },
          { path: '/b', secretKey: 'k1' },
        ],
      },
    ],
    [
      'databases of every type',
      {
        databases: DATABASE_TYPES.map(type => ({ type, name: `${type}-1` })),
      },
      {
        dbBranching: {
          mysqlBranchNames: ['mysql-1'],
          mariadbBranchNames: ['mariadb-1'],
          pgBranchNames: ['pg-1'],
          dynamodbBranchNames: ['dynamodb-1'],
          mongodbBranchNames: ['mongodb-1'],
          mssqlBranchNames: ['mssql-1'],
          redisBranchNames: ['redis-1'],
          spannerBranchNames: ['spanner-1'],
          clickhouseBranchNames: ['clickhouse-1'],
          cockroachdbBranchNames: ['cockroachdb-1'],
        },
      },
    ],
  ])('has %s', (_, inputs, fields) => {
    const { image, key, target, ttlSecs, incoming, ...rest } = spec(inputs);
    expect(rest).toEqual(fields);
  });

  it('keeps set variables beside the selection', () => {
    const env = [{ name: 'A', value: 'b' }];
    expect(spec({ envSelection: { exclude: ['C'] } }, { env }).env).toEqual({
      exclude: ['C'],
      overrides: { A: 'b' },
    });
  });

  it.each<[AskedInputs, SessionIntent['traffic'], object | undefined]>([
    [{ ports: [80] }, { mode: 'mirror', filter: null }, { ports: [80] }],
    [
      { ignorePorts: [80, 81] },
      { mode: 'mirror', filter: null },
      { ignorePorts: [80, 81] },
    ],
  ])('puts %j beside the mode of traffic', (inputs, traffic, fields) => {
    expect(spec(inputs, { traffic }).incoming).toEqual({
      steal: false,
      ...fields,
    });
  });

  it('needs no ports where no traffic is taken', () => {
    const traffic = { mode: 'none', filter: null } as const;
    expect(spec({ ports: [80] }, { traffic }).incoming).toBeUndefined();
  });
});

const FIELD: Record<Exclude<QueueType, 'kafka'>, keyof QueueSplitting> = {
  sqs: 'sqsQueueFilters',
  rabbitmq: 'rmqQueueFilters',
  'gcp-pubsub': 'gcpPubsubQueueFilters',
  'azure-service-bus': 'azureServiceBusQueueFilters',
  'redis-pubsub': 'redisPubsubQueueFilters',
  temporal: 'temporalQueueFilters',
  bullmq: 'bullmqQueueFilters',
};

describe('queues', () => {
  const split = (queue: Omit<QueueSplit, 'id'>) =>
    spec({ queues: [{ id: 'orders', ...queue }] }).queueSplitting;
  const messageFilter = { key: '^pr-1$', region: 'eu' };
  const patterns = { key: `^${BOUND}$`, region: 'eu' };

  it.each(Object.entries(FIELD) as [QueueType, keyof QueueSplitting][])(
    'of type %s go to %s',
    (type, field) => {
      expect(split({ type, messageFilter })).toEqual({
        [field]: { orders: { messageFilter: patterns } },
      });
      expect(split({ type, jqFilter: '.a', messageFilter })).toEqual({
        [field]: { orders: { messageFilter: patterns, jqFilter: '.a' } },
      });
    },
  );

  it('of Kafka keep their older shape', () => {
    expect(split({ type: 'kafka', messageFilter, jqFilter: '.a' })).toEqual({
      kafkaQueueFilters: { orders: patterns },
      kafkaQueueJqFilters: { orders: '.a' },
    });
    expect(split({ type: 'kafka', jqFilter: '.a' })).toEqual({
      kafkaQueueJqFilters: { orders: '.a' },
    });
  });

  it('say their mode only where it is not the usual one', () => {
    const queues: QueueSplit[] = [
      { id: 'a', type: 'sqs', jqFilter: '.a', mode: 'mirror' },
      { id: 'b', type: 'sqs', jqFilter: '.b', mode: 'steal' },
      { id: '*', type: 'bullmq', jqFilter: '.c' },
    ];
    expect(spec({ queues }).queueSplitting).toEqual({
      sqsQueueFilters: { a: { jqFilter: '.a' }, b: { jqFilter: '.b' } },
      bullmqQueueFilters: { '*': { jqFilter: '.c' } },
      queueModes: { a: 'mirror' },
    });
  });
});

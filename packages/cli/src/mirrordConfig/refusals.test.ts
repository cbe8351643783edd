// SPDX-License-Identifier: Apache-2.0
import { convert } from './convert';

const none = () => {
  throw new Error('no file is named');
};
const preview = (content: object) => ({ feature: { preview: content } });
const incoming = (content: unknown) => ({
  feature: { network: { incoming: content } },
});
const filter = (http_filter: object) =>
  incoming({ mode: 'steal', http_filter });

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

// SPDX-License-Identifier: Apache-2.0
import fc, { type Arbitrary } from 'fast-check';

/*
 * Configuration files of mirrord: mostly as people write them, now and then
 * with a fault in any place.
 */

const KEY = 'pr-7';
/** Contents of every secret file, good as text and as base64. */
export const SECRET = 'c2VjcmV0LXdvcmRz';

/** A member that may be missing, or anything at all. */
const member = <T>(good: Arbitrary<T>): Arbitrary<unknown> =>
  fc.oneof(
    { weight: 40, arbitrary: good },
    { weight: 30, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
const object = (members: Record<string, Arbitrary<unknown>>) =>
  fc.record(members);
const list = (good: Arbitrary<unknown>, most = 3) =>
  fc.array(good, { maxLength: most });
const words = (...texts: string[]) => fc.constantFrom(...texts);

const target = fc.oneof(
  words(
    'deployment/checkout',
    'deploy/checkout/container/web',
    'statefulset/db',
    'rollout/checkout',
    'pod/checkout-0',
    'replicaset/checkout-1',
    'service/checkout',
    'job/x',
    'cronjob/x',
    'label/app=checkout',
    'targetless',
    'deployment/',
    'deployment/Checkout',
  ),
  object({
    path: words('deployment/checkout', 'sts/db'),
    namespace: member(words('shop', '')),
  }),
  object({ deployment: words('checkout'), container: member(words('web')) }),
);

const pattern = fc.oneof(
  {
    weight: 8,
    arbitrary: words(
      KEY,
      `^x-preview-key: ${KEY}$`,
      `^baggage: .*mirrord-session=${KEY}.*$`,
      `^baggage: (.*[;,] *)?mirrord-session=${KEY}([;,].*)?$`,
      `^/${KEY}/`,
      `${KEY}2`,
      `x|${KEY}`,
      '.*',
      '(',
      '(?i)a',
      '[[:alpha:]]',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);
const jq = words('.a == "b"', '', 'true');
const body = object({
  body: words('json'),
  query: words('$.key', 'key'),
  matches: pattern,
});
const inner = fc.oneof(
  object({ header: pattern }),
  object({ path: pattern }),
  object({ method: words('GET', 'post', '^(GET|PUT)$') }),
  object({ query: jq }),
  body,
);
const httpFilter = fc.oneof(
  { weight: 5, arbitrary: object({ header_filter: pattern }) },
  object({ path_filter: pattern }),
  object({ method_filter: words('GET', '^(GET|HEAD)$', 'GET /') }),
  object({ header_filter_jq: jq }),
  object({ body_filter: body }),
  object({ all_of: list(inner) }),
  object({ any_of: list(inner) }),
  object({ header_filter: pattern, path_filter: pattern }),
  object({ ports: list(fc.nat(70_000)) }),
);
const ports = list(fc.oneof(fc.integer({ min: 1, max: 65_535 }), fc.nat(9e4)));
const incoming = fc.oneof(
  words('steal', 'mirror', 'off'),
  fc.boolean(),
  object({
    mode: member(words('steal', 'mirror', 'off')),
    http_filter: member(httpFilter),
    ports: member(fc.oneof(fc.constant(undefined), ports)),
    ignore_ports: fc.oneof(fc.constant(undefined), ports),
  }),
);

const globs = list(fc.oneof(words('app*', 'DB_?', 'a/b', 'é'), fc.string()));
const seconds = fc.nat(100_000);
const mountsOf = (payload: Arbitrary<string>) =>
  list(
    object({
      mount_at: words('/etc/a', '/etc/b', 'etc', '/a/../b', '/'),
      type: words('text', 'binary'),
      payload,
    }),
    2,
  );
const life = fc.oneof(seconds, words('infinite'));
const preview = object({
  image: member(words('shop/checkout:pr-7')),
  ttl_mins: member(fc.oneof(fc.constant(undefined), life)),
  ttl_secs: fc.oneof(fc.constant(undefined), life),
  replicas: member(fc.integer({ min: -1, max: 12 })),
  labels: member(
    fc.oneof(object({ include: globs }), object({ exclude: globs })),
  ),
  idle: member(
    object({
      start_idle: member(fc.boolean()),
      sleep_after_secs: member(seconds),
      wake_timeout_secs: member(fc.nat(300)),
    }),
  ),
  config_mounts: member(mountsOf(fc.oneof(words('AAEC', 'x'), fc.string()))),
  secret_mounts: member(mountsOf(fc.constant(SECRET))),
});

const queue = object({
  queue_type: words(
    'SQS',
    'Kafka',
    'RMQ',
    'GCPPubSub',
    'AzureServiceBus',
    'RedisPubSub',
    'Temporal',
    'BullMQ',
    'NATS',
  ),
  message_filter: member(fc.dictionary(words('key', 'region'), pattern)),
  jq_filter: member(jq),
  queue_mode: member(words('steal', 'mirror')),
});
const env = fc.oneof(
  fc.boolean(),
  object({
    include: member(globs),
    override: member(fc.dictionary(words('A', 'B_C', '1X'), fc.string())),
  }),
  object({ exclude: globs }),
);

/** A whole configuration, as JSON would give it. */
export const randomConfig: Arbitrary<Record<string, unknown>> = object({
  target: member(target),
  operator: member(fc.boolean()),
  feature: member(
    object({
      preview: member(preview),
      network: member(object({ incoming: member(incoming) })),
      env: member(env),
      split_queues: member(
        fc.oneof(
          { weight: 3, arbitrary: fc.constant({}) },
          fc.dictionary(words('orders', '*'), queue),
        ),
      ),
    }),
  ),
}).map(config => JSON.parse(JSON.stringify(config)));

// SPDX-License-Identifier: Apache-2.0
import { systemClock } from '../../clock';
import { RouteFilter, World } from '../objects';
import { aBackend, Seen, TestBackend } from '../testUtils/aBackend';
import { aDataPlane, worldOf } from '../testUtils/aDataPlane';
import { toService } from '../testUtils/builders';
import { send } from '../testUtils/send';

const open: { stop(): Promise<void> }[] = [];

async function keep<T extends { stop(): Promise<void> }>(made: Promise<T>) {
  const thing = await made;
  open.push(thing);
  return thing;
}

afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.stop();
});

const dataPlane = (world: World) => keep(aDataPlane(systemClock, world));

const setHeader = (name: string, value: string) => ({ set: [{ name, value }] });

describe('forwarding', () => {
  let backend: TestBackend;

  beforeEach(async () => {
    backend = await keep(aBackend('a'));
  });

  async function through(
    filters: RouteFilter[],
    ...[path, options]: [string, Parameters<typeof send>[2]?]
  ) {
    const world = worldOf([toService('a', { filters })], { a: [backend.port] });
    const { port } = await dataPlane(world);
    const answer = await send(port, path, options);
    return { answer, seen: JSON.parse(answer.body) as Seen };
  }

  it('passes on method, path, query, body and Host unchanged', async () => {
    const { answer, seen } = await through([], '/cart/%2F?q=a%20b', {
      method: 'POST',
      headers: { Host: 'shop.example.com:8080' },
      body: 'one item',
    });
    expect(answer.status).toBe(200);
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/cart/%2F?q=a%20b',
      body: 'one item',
    });
    expect(seen.headers).toMatchObject({
      host: 'shop.example.com:8080',
      'x-forwarded-host': 'shop.example.com:8080',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
    });
  });

  it('passes on a chunked body', async () => {
    const { seen } = await through([], '/', {
      method: 'PUT',
      headers: { 'transfer-encoding': 'chunked' },
      body: 'in pieces',
    });
    expect(seen.body).toBe('in pieces');
  });

  it('drops what belongs to one connection only', async () => {
    const { seen } = await through([], '/', {
      headers: { connection: 'close, x-hop', 'x-hop': '1', te: 'trailers' },
    });
    expect(seen.headers).not.toHaveProperty('x-hop');
    expect(seen.headers).not.toHaveProperty('te');
  });

  it('changes request headers and rewrites the address', async () => {
    const { seen } = await through(
      [
        {
          type: 'RequestHeaderModifier',
          requestHeaderModifier: {
            set: [{ name: 'X-Set', value: 'new' }],
            add: [{ name: 'x-add', value: 'two' }],
            remove: ['x-gone'],
          },
        },
        {
          type: 'URLRewrite',
          urlRewrite: {
            hostname: 'inner.example.com',
            path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/v2' },
          },
        },
      ],
      '/cart?x=1',
      { headers: { 'x-set': 'old', 'x-add': 'one', 'X-Gone': '1' } },
    );
    expect(seen.url).toBe('/v2/cart?x=1');
    expect(seen.headers).toMatchObject({
      host: 'inner.example.com',
      'x-set': 'new',
      'x-add': 'one, two',
    });
    expect(seen.headers).not.toHaveProperty('x-gone');
  });

  it('redirects without asking a backend', async () => {
    const world = worldOf(
      [
        toService('a', {
          filters: [
            {
              type: 'RequestRedirect',
              requestRedirect: { scheme: 'https', statusCode: 301 },
            },
          ],
        }),
      ],
      { a: [backend.port] },
    );
    const { port } = await dataPlane(world);
    const answer = await send(port, '/cart?x=1', {
      headers: { host: 'shop.example.com' },
    });
    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe('https://shop.example.com/cart?x=1');
    expect(backend.seen).toHaveLength(0);
  });
});

describe('response headers', () => {
  it('are changed by the backend first, then by the rule', async () => {
    const backend = await keep(
      aBackend('a', (_, response) => {
        response.setHeader('Vary', 'Accept');
        response.setHeader('Cache-Control', 'public');
        response.setHeader('X-Secret', 'inner');
        response.setHeader('Set-Cookie', ['a=1', 'b=2']);
        response.end('ok');
      }),
    );
    const modifier = {
      set: [
        { name: 'x-preview-key', value: 'pr-1' },
        { name: 'cache-control', value: 'private, no-store' },
      ],
      add: [{ name: 'vary', value: 'x-preview-key' }],
      remove: ['x-secret'],
    };
    const rule = toService('a', {
      filters: [
        { type: 'ResponseHeaderModifier', responseHeaderModifier: modifier },
      ],
    });
    rule.backendRefs![0].filters = [
      {
        type: 'ResponseHeaderModifier',
        responseHeaderModifier: setHeader('x-preview-key', 'of the backend'),
      },
    ];
    const { port } = await dataPlane(worldOf([rule], { a: [backend.port] }));
    const { headers } = await send(port, '/');
    expect(headers).toMatchObject({
      'x-preview-key': 'pr-1',
      'cache-control': 'private, no-store',
      vary: 'Accept, x-preview-key',
      'set-cookie': ['a=1', 'b=2'],
    });
    expect(headers).not.toHaveProperty('x-secret');
  });
});

describe('shares', () => {
  it('follow the weights exactly, wrong references included', async () => {
    const a = await keep(aBackend('a'));
    const b = await keep(aBackend('b'));
    const rule = {
      backendRefs: [
        { name: 'a', port: 80, weight: 5 },
        { name: 'b', port: 80, weight: 2 },
        { name: 'gone', port: 80, weight: 2 },
        { name: 'empty', port: 80, weight: 1 },
        { name: 'b', port: 80, weight: 0 },
      ],
    };
    const world = worldOf([rule], { a: [a.port], b: [b.port], empty: [] });
    const { port, requests } = await dataPlane(world);
    const counts: Record<number, number> = {};
    for (let i = 0; i < 20; i += 1) {
      const { status } = await send(port, '/');
      counts[status] = (counts[status] ?? 0) + 1;
    }
    expect(counts).toEqual({ 200: 14, 500: 4, 503: 2 });
    expect(Object.fromEntries(requests)).toEqual({ 'shop/a': 10, 'shop/b': 4 });
  });

  it('of nothing are an error of the rule', async () => {
    const a = await keep(aBackend('a'));
    const rule = { backendRefs: [{ name: 'a', port: 80, weight: 0 }] };
    const { port } = await dataPlane(worldOf([rule], { a: [a.port] }));
    expect((await send(port, '/')).status).toBe(500);
  });

  it('take endpoints in turn', async () => {
    const [one, two] = [await keep(aBackend('1')), await keep(aBackend('2'))];
    const world = worldOf([toService('a')], { a: [one.port, two.port] });
    const { port } = await dataPlane(world);
    for (let i = 0; i < 4; i += 1) await send(port, '/');
    expect([one.seen.length, two.seen.length]).toEqual([2, 2]);
  });
});

it('answers 404 where no rule matches', async () => {
  const { port } = await dataPlane(worldOf([], {}));
  const answer = await send(port, '/');
  expect(answer.status).toBe(404);
  expect(answer.body).toContain('No route');
});

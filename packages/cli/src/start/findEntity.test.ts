// SPDX-License-Identifier: Apache-2.0
import { previewIn } from '../testUtils/recorder';

const PORTAL = 'https://p.example.com';
const ENV = { PREVIEW_PORTAL: PORTAL, PREVIEW_TOKEN: 't' };

const component = (name: string, namespace = 'default') => ({
  kind: 'Component',
  metadata: { name, namespace },
});
const option = (target: string, namespace: string) => ({
  target,
  namespace,
  cluster: 'demo',
});

/** A portal with a catalog; what it is asked to start is kept. */
function aPortal(
  items: object[],
  targets: Record<string, object[]>,
  catalogStatus = 200,
) {
  const asked: string[] = [];
  const started: any[] = [];
  const fetch = async (input: string, init: RequestInit) => {
    const url = new URL(input);
    const json = (body: object, status = 200) =>
      new Response(JSON.stringify(body), { status });
    if (url.pathname.startsWith('/api/catalog/')) {
      asked.push(...url.searchParams.getAll('filter'));
      return json({ items }, catalogStatus);
    }
    const entity = /entities\/(.*)\/options/.exec(url.pathname);
    if (entity) {
      const [kind, namespace, name] = entity[1].split('/');
      return json({
        entityRef: `${kind}:${namespace}/${name}`,
        targets: targets[name] ?? [],
      });
    }
    started.push(JSON.parse(String(init.body)));
    return json({ error: { message: 'Enough.', code: 'Frozen' } }, 503);
  };
  return {
    asked,
    started,
    place: { env: ENV, fetch: fetch as typeof globalThis.fetch },
  };
}

const START = ['start', '-i', 'x', '-t', 'deploy/checkout/container/web'];

describe('the service of a target', () => {
  it('is the one that runs it there', async () => {
    const portal = aPortal(
      [component('checkout'), component('till', 'shops')],
      {
        checkout: [option('deployment/checkout', 'shop')],
        till: [option('deployment/checkout', 'till')],
      },
    );
    await previewIn(portal.place, ...START, '-n', 'till');
    expect(portal.started).toEqual([
      {
        image: 'x',
        target: 'deployment/checkout/container/web',
        namespace: 'till',
        entityRef: 'component:shops/till',
      },
    ]);
    expect(portal.asked).toEqual([
      'metadata.annotations.preview-environments.io/target=deployment/checkout/container/web',
      'metadata.annotations.preview-environments.io/target=deployment/checkout',
      'metadata.annotations.backstage.io/kubernetes-id=checkout',
      'metadata.name=checkout',
    ]);
  });

  it.each<[string, Parameters<typeof aPortal>, number, RegExp]>([
    [
      'none',
      [[component('checkout')], {}],
      4,
      /No service of the catalog runs deployment\/checkout.*\n.*--entity/,
    ],
    [
      'several',
      [
        [component('a'), component('b')],
        {
          a: [option('deployment/checkout', 'shop')],
          b: [option('deployment/checkout', 'shop')],
        },
      ],
      2,
      /is of component:default\/a and component:default\/b/,
    ],
    ['unknown', [[], {}, 403], 4, /The catalog does not tell.*403/],
  ])('may be %s', async (_, given, code, message) => {
    const portal = aPortal(...given);
    const call = await previewIn(portal.place, ...START);
    expect(call.code).toBe(code);
    expect(call.err).toMatch(message);
    expect(portal.started).toEqual([]);
  });

  it('must be told where there is no target', async () => {
    const call = await previewIn({ env: ENV }, 'start', '-i', 'x');
    expect(call.code).toBe(2);
    expect(call.err).toMatch(/Neither a service nor a target is named/);
  });
});

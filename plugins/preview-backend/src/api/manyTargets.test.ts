// SPDX-License-Identifier: Apache-2.0
import { ANN, anEntity, aPortal, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const numbered = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => `${name}${n}`).join(',');
const naming = (target: string, namespace: string) => ({
  'preview-environments.io/target': target,
  'preview-environments.io/namespace': namespace,
});

describe.each(ENGINES)('entities that name much, on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      entities: [
        anEntity(
          'endless',
          'team-shop',
          naming(
            `deployment/checkout,${numbered(2000, 'deployment/a')}`,
            `shop,${numbered(2000, 'ns-')}`,
          ),
        ),
        anEntity(
          'many',
          'team-shop',
          naming(numbered(30, 'deployment/a'), 'shop'),
        ),
        anEntity(
          'twice',
          'team-shop',
          naming('deployment/checkout,deployment/checkout', 'shop,shop'),
        ),
      ],
    });
  });
  afterAll(() => portal.stop());

  const options = async (name: string) =>
    (await portal.get(ANN, `entities/component/default/${name}/options`)).body;

  it('are refused beyond a bound, before any cluster is asked', async () => {
    const before = portal.driver.resolved;
    expect(await options('endless')).toMatchObject({
      mayStart: false,
      denied: {
        code: 'EntityNotAnnotated',
        message: expect.stringContaining('preview-environments.io/target'),
      },
      targets: [],
    });
    const wish = {
      entityRef: 'component:default/endless',
      image: 'shop/checkout:x',
      key: 'pr-1',
    };
    const { status, body } = await portal.post(ANN, 'sessions', wish);
    expect([status, body.error.code]).toEqual([422, 'EntityNotAnnotated']);
    expect(portal.driver.resolved).toBe(before);
  });

  it('do not stand in the way of finding others', async () => {
    const { body } = await portal.get(
      ANN,
      'entities?target=deployment/checkout',
    );
    expect(body.items).toEqual(
      ['checkout', 'twice'].map(name => ({
        entityRef: `component:default/${name}`,
        cluster: 'demo',
        namespace: 'shop',
        target: 'deployment/checkout',
      })),
    );
  });

  it('count once what they name twice', async () => {
    const { targets } = await options('twice');
    expect(targets).toHaveLength(1);
  });

  it('have few workloads looked up at once', async () => {
    let running = 0;
    let most = 0;
    const resolve = portal.driver.resolve.bind(portal.driver);
    const spy = jest
      .spyOn(portal.driver, 'resolve')
      .mockImplementation(async where => {
        running += 1;
        most = Math.max(most, running);
        try {
          await new Promise(setImmediate);
          return await resolve(where);
        } finally {
          running -= 1;
        }
      });
    const { targets } = await options('many');
    spy.mockRestore();
    expect(targets).toHaveLength(30);
    expect(most).toBe(8);
  });
});

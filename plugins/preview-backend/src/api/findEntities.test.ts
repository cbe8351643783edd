// SPDX-License-Identifier: Apache-2.0
import { ANN, anEntity, aPortal, CI } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const FIND = 'entities?target=deployment/checkout';

describe.each(ENGINES)('whose workload a target is, on %s', engine => {
  let knex: Awaited<ReturnType<typeof freshDatabase>>;
  let portal: Awaited<ReturnType<typeof aPortal>>;

  beforeAll(async () => {
    knex = await freshDatabase(engine);
    portal = await aPortal(knex, {
      entities: [
        anEntity('several', 'team-shop', {
          'preview-environments.io/target':
            'deployment/one, deployment/two/container/app',
        }),
        anEntity('by-id', 'team-shop', { 'backstage.io/kubernetes-id': 'two' }),
        anEntity('broken', 'team-shop', {
          'preview-environments.io/target': 'two',
        }),
      ],
      preview: {
        access: {
          subjects: [
            {
              subject: CI,
              entities: ['component:default/by-id'],
              namespaces: ['*'],
              clusters: ['*'],
              actions: ['start'],
            },
          ],
        },
      },
    });
  });

  afterAll(() => portal.stop());

  it('is told with its place', async () => {
    const { status, body } = await portal.get(ANN, FIND);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        entityRef: 'component:default/checkout',
        cluster: 'demo',
        namespace: 'shop',
        target: 'deployment/checkout',
      },
    ]);
  });

  it.each([
    ['deployment/two', ['several', 'by-id']],
    ['deployment/two/container/other', ['several', 'by-id']],
    ['statefulset/two', []],
    ['deployment/tw', []],
    ['deployment/two&namespace=shop&cluster=demo', ['several', 'by-id']],
    ['deployment/two&namespace=pay', []],
    ['deployment/two&cluster=prod', []],
  ])('%s is of %j', async (target, names) => {
    const { body } = await portal.get(ANN, `entities?target=${target}`);
    expect(
      body.items.map(({ entityRef }: { entityRef: string }) => entityRef),
    ).toEqual(names.map(name => `component:default/${name}`));
  });

  it('is told to a service as far as it is mapped', async () => {
    const { body } = await portal.get(CI, 'entities?target=deployment/two');
    expect(body.items).toMatchObject([
      { entityRef: 'component:default/by-id' },
    ]);
    expect((await portal.get(CI, FIND)).body.items).toEqual([]);
  });

  it('is not told for what is no target', async () => {
    const { status, body } = await portal.get(ANN, 'entities?target=checkout');
    expect([status, body.error.code]).toEqual([400, 'InvalidTarget']);
    expect((await portal.get(ANN, 'entities')).status).toBe(400);
  });
});

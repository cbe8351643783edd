// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import { ANN, anEntity, aPortal, EVE, type Portal } from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { faultsOf } from '../testUtils/matchesSchema';

jest.setTimeout(60_000);

const OPTIONS = 'entities/component/default/linked/options';

describe.each(ENGINES)('links on %s', engine => {
  const logger = mockServices.logger.mock();
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      features: [logger.factory],
      preview: {
        links: [
          { title: 'Logs', url: 'https://all/?q={{ key }}' },
          { title: 'Traces', url: 'https://all/{{ trace }}' },
          { title: 'Window', url: 'https://all/{{ from|s }}/{{ to|s }}' },
        ],
      },
      entities: [
        anEntity('linked', 'team-shop', {
          'preview-environments.io/target': 'deployment/linked',
          'preview-environments.io/link-logs': 'https://own/{{ namespace }}',
          'preview-environments.io/link-costs': 'ftp://own/',
        }),
      ],
    });
    portal.driver.workloads['shop/deployment/linked'] = {
      boundEntities: ['component:default/linked'],
    };
  });
  afterAll(() => portal.stop());

  it('come from configuration and entity; broken ones are left out', async () => {
    const { body } = await portal.post(ANN, 'sessions', {
      entityRef: 'component:default/linked',
      image: 'shop/linked:feature-x',
    });
    const { id } = body.session;
    await portal.get(ANN, `sessions/${id}/wait?for=ready`);
    const shown = await portal.get(ANN, `sessions/${id}`);
    expect(shown.body.links).toEqual([
      { title: 'Logs', url: 'https://own/shop', icon: 'logs' },
      {
        title: 'Window',
        url: expect.stringMatching(/^https:\/\/all\/\d{10}\/\d{10}$/),
        icon: null,
      },
    ]);
    await portal.post(ANN, `sessions/${id}/stop`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    const over = await portal.get(ANN, `sessions/${id}`);
    const { createdAt, endedAt } = over.body;
    const seconds = (at: string) => Math.floor(Date.parse(at) / 1000);
    expect(over.body.links[1].url).toBe(
      `https://all/${seconds(createdAt)}/${seconds(endedAt)}`,
    );
  });

  it('say in the log what is wrong with them', () => {
    const told = logger.warn.mock.calls.map(([message]) => message);
    expect(told.filter(message => message.startsWith('The link'))).toEqual([
      expect.stringMatching(/^The link Traces of preview.links is left out: /),
      expect.stringMatching(
        /^The link Costs of component:default\/linked is left out: .*http/,
      ),
    ]);
  });

  it('tell admins, and nobody else, what is wrong with them', async () => {
    const admin = await portal.get(EVE, OPTIONS);
    expect(faultsOf('EntityOptions', admin.body)).toEqual([]);
    expect(admin.body.linkProblems).toEqual([
      {
        source: 'preview.links',
        title: 'Traces',
        url: 'https://all/{{ trace }}',
        problem: expect.stringMatching(/^{{ trace }}: this place is not known/),
      },
      {
        source: 'component:default/linked',
        title: 'Costs',
        url: 'ftp://own/',
        problem: expect.stringContaining('http'),
      },
    ]);
    const engineer = await portal.get(ANN, OPTIONS);
    expect(engineer.body.linkProblems).toEqual([]);
  });
});

// SPDX-License-Identifier: Apache-2.0
import type { Entity } from '@backstage/catalog-model';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { ANN, aPortal, BOB, CI, EVE, type Portal } from '../testUtils/aPortal';
import { emptyDatabase, ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

/** Of the same team as Ann. */
const ZOE = 'user:default/zoe';

function aTeam(name: string, members: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: members.map(targetRef => ({ type: 'hasMember', targetRef })),
  };
}

interface Bell {
  payload: { title: string; link: string; topic: string };
}

describe.each(ENGINES)('the bell of a portal on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      features: [notificationsPlugin],
      databases: { notifications: await emptyDatabase(engine) },
      entities: [
        aTeam('team-shop', [ANN, ZOE]),
        aTeam('team-pay', [BOB]),
        aTeam('platform', [EVE]),
      ],
      preview: {
        policy: { ttl: { min: '1s' } },
        access: {
          admins: ['group:default/platform'],
          subjects: [
            {
              subject: CI,
              entities: ['*'],
              namespaces: ['*'],
              clusters: ['*'],
              actions: ['read', 'start', 'stop'],
            },
          ],
        },
      },
    });
  });
  afterAll(() => portal.stop());

  const bellOf = async (person: string, key: string) => {
    const { body } = await portal.get(person, '/api/notifications/');
    return (body.notifications as Bell[])
      .map(({ payload }) => payload)
      .filter(({ title }) => title.includes(` ${key} `) || title.endsWith(key));
  };
  const titles = async (person: string, key: string) =>
    (await bellOf(person, key)).map(({ title }) => title);

  /** Waits until the plugin has rung for somebody so many times in all. */
  const rung = async (times: number) => {
    const rings = () =>
      portal.signals.publish.mock.calls.filter(
        ([signal]: any[]) => signal.channel === 'notifications',
      ).length;
    const nextRing = () =>
      new Promise<void>(resolve => {
        portal.signals.publish.mockImplementationOnce(async () => resolve());
      });
    while (rings() < times) {
      await nextRing();
    }
  };
  const start = async (person: string, body: object) => {
    const answer = await portal.post(person, 'sessions', {
      entityRef: 'component:default/checkout',
      image: 'shop/checkout:feature-x',
      ...body,
    });
    expect(answer.body.outcome).toBe('created');
    return answer.body.session.id as string;
  };
  beforeEach(() => {
    portal.signals.publish.mockClear();
  });

  it('tells starter and team that a preview is ready', async () => {
    const id = await start(ANN, { key: 'a-1' });
    await rung(2);
    for (const person of [ANN, ZOE]) {
      expect(await bellOf(person, 'a-1')).toMatchObject([
        {
          title: 'Preview a-1 of checkout is ready',
          link: `/previews/sessions/${id}`,
          topic: 'preview-ready',
        },
      ]);
    }
    expect(await titles(BOB, 'a-1')).toEqual([]);
  });

  it('tells of a stop by another one, but not who did it', async () => {
    const id = await start(ANN, { key: 'a-2' });
    await rung(2);
    await portal.post(ANN, `sessions/${id}/stop`);
    const other = await start(CI, { key: 'a-3' });
    await rung(4);
    await portal.post(EVE, `sessions/${other}/stop`, { reason: 'Too big.' });
    await rung(6);
    expect(await titles(ZOE, 'a-2')).toEqual([
      'Preview a-2 of checkout is ready',
    ]);
    expect((await titles(ZOE, 'a-3')).sort()).toEqual([
      'Preview a-3 of checkout is ready',
      'eve stopped preview a-3 of checkout',
    ]);
    expect(await titles(EVE, 'a-3')).toEqual([]);
  });

  it('warns before the end of a short life too', async () => {
    const id = await start(ANN, { key: 'a-4', ttl: '121s' });
    await rung(2);
    const due = await portal
      .knex('notices')
      .where({ session_id: id })
      .where('notice', 'like', '%expiring%');
    expect(due).toHaveLength(1);
    await portal.knex('notices').where({ id: due[0].id }).update({ due_at: 1 });
    await rung(4);
    expect(await bellOf(ZOE, 'a-4')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          title: expect.stringMatching(/^Preview a-4 of checkout ends in 1/),
          link: `/previews/sessions/${id}?action=extend`,
        }),
      ]),
    );
  });
});

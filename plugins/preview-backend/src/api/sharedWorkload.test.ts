// SPDX-License-Identifier: Apache-2.0
import {
  ANN,
  anEntity,
  aPortal,
  BOB,
  CI,
  type Portal,
} from '../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../testUtils/databases';

jest.setTimeout(60_000);

const IMAGE = 'shop/checkout:anns';
const anns = (key: string, entity = 'checkout') => ({
  entityRef: `component:default/${entity}`,
  image: IMAGE,
  key,
});
/** Bob's own entity, which is bound to the workload of Ann's. */
const bobs = (key: string) => anns(key, 'rival');

describe.each(ENGINES)('a workload of two entities on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortal(await freshDatabase(engine), {
      entities: [
        anEntity('rival', 'team-pay', {
          'preview-environments.io/target': 'deployment/checkout',
        }),
        {
          ...anEntity('both', 'team-shop', {
            'preview-environments.io/target': 'deployment/checkout',
          }),
          relations: ['team-shop', 'team-pay'].map(team => ({
            type: 'ownedBy',
            targetRef: `group:default/${team}`,
          })),
        },
      ],
      preview: {
        policy: { quotas: { perUser: 100, perOwner: 100 } },
        targets: {
          namespaces: {
            shop: ['group:default/team-pay', 'group:default/team-shop'],
          },
        },
        access: {
          subjects: [
            {
              subject: CI,
              entities: ['component:default/rival'],
              namespaces: ['*'],
              clusters: ['*'],
              actions: ['start', 'update', 'read'],
            },
          ],
        },
      },
    });
  });
  afterAll(() => portal.stop());

  async function startAnns(request: ReturnType<typeof anns>): Promise<string> {
    const { body } = await portal.post(ANN, 'sessions', request);
    expect(body.outcome).toBe('created');
    await portal.get(ANN, `sessions/${body.session.id}/wait?for=ready`);
    return body.session.id;
  }

  it.each([
    ['another image', 'a-1', { image: 'shop/checkout:bobs' }],
    ['the very same', 'a-2', {}],
    ['what is to be resumed', 'a-3', { resume: true }],
  ])('keeps a preview from %s under the other', async (_, key, over) => {
    const id = await startAnns(anns(key));
    const patched = await portal.patch(BOB, `sessions/${id}`, {
      image: 'shop/checkout:bobs',
    });
    expect(patched.body.error.code).toBe('NotEntityOwner');
    const before = await portal.knex('sessions').where({ id }).first();
    const { status, body } = await portal.post(BOB, 'sessions', {
      ...bobs(key),
      ...over,
    });
    expect([status, body.error.code, body.error.field]).toEqual([
      409,
      'KeyInUse',
      'key',
    ]);
    expect(JSON.stringify(body)).not.toContain(IMAGE);
    expect(await portal.knex('sessions').where({ id }).first()).toEqual(before);
    const said = await portal.post(BOB, 'preflights', {
      ...bobs(key),
      ...over,
    });
    expect(said.body.ok).toBe(false);
    expect(said.body.checks).toContainEqual(
      expect.objectContaining({ name: 'update', code: 'KeyInUse' }),
    );
  });

  it('has two previews under two keys', async () => {
    await startAnns(anns('b-1'));
    const { body } = await portal.post(BOB, 'sessions', bobs('b-2'));
    expect(body.outcome).toBe('created');
  });

  it('keeps a stop to the entity that was stopped', async () => {
    const id = await startAnns(anns('c-1'));
    await portal.post(ANN, `sessions/${id}/stop`);
    await portal.get(ANN, `sessions/${id}/wait?for=stopped`);
    const { body } = await portal.post(CI, 'sessions', {
      ...bobs('c-1'),
      resume: true,
    });
    expect(body.outcome).toBe('created');
    expect(body.session.entityRef).toBe('component:default/rival');
    const events = await portal.get(
      ANN,
      `audit/events?session=${body.session.id}`,
    );
    const actions = events.body.items.map(
      ({ action }: { action: string }) => action,
    );
    expect(actions).toContain('session.started');
    expect(actions).not.toContain('session.resumed');
  });

  it('shows nothing of a preview that is being stopped', async () => {
    const id = await startAnns(anns('d-1'));
    await portal.knex('sessions').where({ id }).update({
      desired_state: 'stopped',
      desired_by: ANN,
      next_run_at: Number.MAX_SAFE_INTEGER,
    });
    const { body } = await portal.post(CI, 'sessions', bobs('d-1'));
    expect(body.error.code).toBe('KeyInUse');
  });

  it('has a start and a change agree on whose the preview is', async () => {
    const id = await startAnns(anns('e-1', 'both'));
    const change = { image: 'shop/checkout:bobs' };
    const patched = await portal.patch(BOB, `sessions/${id}`, change);
    expect(patched.body.error.code).toBe('NotEntityOwner');
    const { body } = await portal.post(BOB, 'sessions', {
      ...anns('e-1', 'both'),
      ...change,
    });
    expect(body.error).toMatchObject({
      code: 'KeyInUse',
      message: 'This key belongs to group:default/team-shop.',
    });
    const mine = await portal.post(ANN, 'sessions', {
      ...anns('e-1', 'both'),
      ...change,
    });
    expect(['updated', 'replaced']).toContain(mine.body.outcome);
  });
});

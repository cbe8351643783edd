// SPDX-License-Identifier: Apache-2.0
import { NOTICE_COLUMNS } from '../database/notices/NoticeRecord';
import { toRecord } from '../database/columns';
import { beginRevision } from '../sessions/beginRevision';
import { TestHouse } from '../testUtils/aHouse';
import { aSession, endingIn } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';

const CRASH = {
  code: 'CrashLoop' as const,
  message: 'Exit code 1, again and again.',
  evidence: [],
  fatal: true,
};

describe.each(ENGINES)('what people are told of a life on %s', engine => {
  let house: TestHouse;
  let gone = false;
  const catalog = (refs: string[]) =>
    new Map(
      refs.map(ref => [
        ref,
        gone
          ? { state: 'gone' as const }
          : {
              state: 'found' as const,
              ownerRef: 'group:default/team-shop',
              links: [],
            },
      ]),
    );

  beforeEach(async () => {
    gone = false;
    house = new TestHouse(await freshDatabase(engine));
    await house.replica({ lookUp: async refs => catalog(refs) }).start();
  });
  afterEach(async () => {
    await house.end();
  });

  const told = async () => {
    const rows = await house.knex('notices').orderBy('created_at');
    return rows
      .map(row => toRecord(NOTICE_COLUMNS, row))
      .map(({ notice, actor }) => ({ ...notice, actor }));
  };
  const update = (id: string, image: string) =>
    house.command(id, session =>
      beginRevision(session, image, house.clock.now()),
    );

  it('is ready, once for each revision', async () => {
    const id = await house.begin(aSession());
    expect(await told()).toEqual([
      {
        kind: 'ready',
        revision: 1,
        image: 'shop/checkout:feature-x',
        actor: null,
      },
    ]);
    house.driver.outside(world => {
      world.fates['shop/checkout:feature-x'] = 'coming';
    });
    await house.look(id);
    expect((await house.session(id)).phase).not.toBe('ready');
    house.driver.outside(world => {
      world.fates = {};
    });
    await house.look(id);
    await house.pass(5_000, 1_000);
    expect((await house.session(id)).phase).toBe('ready');
    expect(await told()).toHaveLength(1);
    await update(id, 'shop/checkout:next');
    expect((await told()).slice(1)).toMatchObject([
      { kind: 'ready', revision: 2, image: 'shop/checkout:next' },
    ]);
  });

  it('failed, with the reason', async () => {
    house.driver.outside(world => {
      world.fates['shop/checkout:feature-x'] = CRASH;
    });
    await house.begin(aSession());
    await house.pass(61_000, 1_000);
    expect(await told()).toEqual([
      { kind: 'failed', revision: 1, message: CRASH.message, actor: null },
    ]);
  });

  it('failed to update, but serves on', async () => {
    const id = await house.begin(aSession());
    house.driver.outside(world => {
      world.fates['shop/checkout:crash'] = CRASH;
    });
    await update(id, 'shop/checkout:crash');
    expect((await told()).map(({ kind }) => kind).sort()).toEqual([
      'ready',
      'update-failed',
    ]);
  });

  it('was removed in the cluster', async () => {
    const id = await house.begin(aSession());
    house.driver.outside(world => {
      world.objects = [];
    });
    await house.look(id);
    expect((await told()).slice(1)).toMatchObject([
      { kind: 'stopped', endReason: 'deleted-in-cluster', actor: null },
    ]);
  });

  it('was stopped because its service left the catalog', async () => {
    await house.begin(aSession());
    gone = true;
    await house.pass(661_000, 10_000);
    expect((await told()).slice(1)).toMatchObject([
      { kind: 'stopped', endReason: 'entity-removed', actor: null },
    ]);
  });

  it('says nothing of an end that was known', async () => {
    await house.begin(aSession(endingIn(10_000)));
    await house.pass(12_000, 1_000);
    expect((await told()).map(({ kind }) => kind)).toEqual(['ready']);
  });
});

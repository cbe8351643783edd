// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import { TestHouse } from '../testUtils/aHouse';
import {
  aSession,
  endingIn,
  numbered,
  withFields,
} from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { NO_CHECKPOINTS } from './checkpoints';
import type { EntityLookup, EntityState } from './EntityLookup';
import { GONE_AFTER } from './MissingEntities';

// Many minutes pass in some of these, look by look.
jest.setTimeout(60_000);

describe.each(ENGINES)('trouble on %s', engine => {
  let house: TestHouse;

  beforeEach(async () => {
    house = new TestHouse(await freshDatabase(engine));
  });
  afterEach(async () => {
    await house.end();
  });

  /** A replica whose calls of the cluster fail while `error` is set. */
  async function shaky() {
    const state: { error: Error | null; calls: number } = {
      error: null,
      calls: 0,
    };
    const replica = house.replica({
      checkpoints: {
        around: (name, call) => {
          if (!name.startsWith('driver.')) {
            return NO_CHECKPOINTS.around(name, call);
          }
          state.calls += 1;
          return state.error ? Promise.reject(state.error) : call();
        },
      },
    });
    await replica.start();
    return state;
  }

  it('goes on by itself when the cluster answers again, with growing pauses', async () => {
    const cluster = await shaky();
    cluster.error = new Error('connect ECONNREFUSED');
    const id = await house.begin(aSession());
    const session = await house.session(id);
    expect(session).toMatchObject({
      phase: 'provisioning',
      attempt: 1,
      lastError: 'connect ECONNREFUSED',
    });
    expect(session.conditions).toMatchObject([
      {
        type: 'ClusterReachable',
        status: 'False',
        reason: 'ClusterUnreachable',
      },
    ]);
    cluster.calls = 0;
    await house.pass(120_000, 500);
    const { attempt } = await house.session(id);
    expect(attempt).toBeGreaterThan(5);
    expect(attempt).toBeLessThan(15);

    cluster.error = null;
    await house.pass(60_000, 5_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      attempt: 0,
      lastError: null,
      conditions: [],
    });
  });

  it('ends on time although the cluster is away, and removes it afterwards', async () => {
    const cluster = await shaky();
    const id = await house.begin(aSession(endingIn(10_000)));
    cluster.error = new Error('timeout');
    await house.pass(10_000, 1_000);
    expect((await house.session(id)).phase).toBe('stopping');
    cluster.error = null;
    await house.pass(10_000, 500);
    expect((await house.session(id)).endReason).toBe('expired');
    expect(house.objects()).toEqual([]);
  });

  it('explains a refusal instead of trying again', async () => {
    const cluster = await shaky();
    cluster.error = previewError('Forbidden', { message: 'jobs is forbidden' });
    const id = await house.begin(aSession());
    expect(await house.session(id)).toMatchObject({
      phase: 'failed',
      failure: { code: 'Forbidden', message: 'jobs is forbidden' },
    });
  });

  describe('that a sweep finds', () => {
    const sweep = async (lookUp?: EntityLookup) => {
      const replica = house.replica({ lookUp });
      await replica.start();
      await replica.sweep();
      await replica.idle();
      return replica;
    };

    it('is removed only when it is ours and over', async () => {
      await sweep();
      const id = await house.begin(aSession());
      const living = await house.begin(aSession(numbered(2)));
      const leftover = house.objects().filter(each => each.sessionId === id);
      await house.command(id, () => ({ desiredState: 'stopped' }));
      await house.pass(1_000);
      house.driver.outside(world => {
        world.objects.push(...leftover, {
          ...leftover[0],
          uid: 'x',
          sessionId: 'of another portal',
        });
      });
      await house.pass(60_000, 1_000);
      const owners = new Set(house.objects().map(each => each.sessionId));
      expect([...owners].sort()).toEqual([living, 'of another portal'].sort());
      expect(house.warnings().join()).toContain('belong to no session');
    });

    it('is repaired when objects have lost their owner', async () => {
      const replica = await sweep();
      await house.begin(aSession());
      house.driver.outside(world => {
        world.objects.forEach(each => {
          each.owner = each.owner && 'nobody';
        });
      });
      await replica.sweep();
      await replica.idle();
      const [root, ...rest] = house.objects();
      expect(rest.map(each => each.owner)).toEqual(rest.map(() => root.uid));
    });

    /** A catalog that is without what `isGone` says. */
    const catalog =
      (isGone: (ref: string) => boolean): EntityLookup =>
      async refs => {
        const states: [string, EntityState][] = refs.map(ref => [
          ref,
          isGone(ref)
            ? { state: 'gone' }
            : { state: 'found', ownerRef: 'group:default/new', links: [] },
        ]);
        return new Map(states);
      };

    it('ends sessions whose service left the catalog for good, and follows new owners', async () => {
      const replica = await sweep(
        catalog(ref => ref === 'component:default/gone'),
      );
      const stays = await house.begin(aSession());
      const goes = await house.begin(
        aSession(
          numbered(2),
          withFields({ entityRef: 'component:default/gone' }),
        ),
      );
      await replica.sweep();
      await replica.idle();
      await house.pass(GONE_AFTER - 60_000, 30_000);
      expect((await house.session(goes)).phase).toBe('ready');
      await house.pass(120_000, 10_000);
      expect(await house.session(stays)).toMatchObject({
        phase: 'ready',
        ownerRef: 'group:default/new',
        ownerAtStart: 'group:default/team-shop',
      });
      expect(await house.session(goes)).toMatchObject({
        phase: 'stopped',
        endReason: 'entity-removed',
      });
      expect(await house.actions()).toContain('session.stopped');
    });

    it('ends nothing while the catalog is without everything', async () => {
      await sweep(catalog(() => true));
      const ids = [
        await house.begin(aSession()),
        await house.begin(
          aSession(
            numbered(2),
            withFields({ entityRef: 'component:default/other' }),
          ),
        ),
      ];
      await house.pass(2 * GONE_AFTER, 30_000);
      for (const id of ids) {
        expect((await house.session(id)).phase).toBe('ready');
      }
    });
  });
});

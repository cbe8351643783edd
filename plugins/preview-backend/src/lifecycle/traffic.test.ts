// SPDX-License-Identifier: Apache-2.0
import { filterFingerprint } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../database/SessionRecord';
import { TestHouse } from '../testUtils/aHouse';
import { aSession, TEST_START, withoutTraffic } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { NO_CHECKPOINTS } from './checkpoints';

const byHeader = (value: string) => ({
  type: 'header' as const,
  name: 'x-preview-key',
  value,
});

/** What a command writes that wants other traffic. */
const wanting = (value: string | null) => (): Partial<SessionRecord> => {
  const filter = value === null ? null : byHeader(value);
  return {
    traffic: { mode: filter ? 'steal' : 'none', filter },
    filterFingerprint: filter && filterFingerprint(filter, 'pr-1'),
  };
};

describe.each(ENGINES)('traffic intervals on %s', engine => {
  let house: TestHouse;
  let away: boolean;

  beforeEach(async () => {
    away = false;
    house = new TestHouse(await freshDatabase(engine));
    const replica = house.replica({
      checkpoints: {
        around: (name, call) =>
          away && name.startsWith('driver.')
            ? Promise.reject(new Error('connect ECONNREFUSED'))
            : NO_CHECKPOINTS.around(name, call),
      },
    });
    await replica.start();
  });
  afterEach(() => house.end());

  /** `VALUE FROM-TO` of every interval, in seconds after the start. */
  async function intervals(): Promise<string[]> {
    const rows = await house.knex('traffic_intervals').orderBy('from_at');
    const second = (at: unknown) =>
      at === null ? '' : (Number(at) - TEST_START) / 1_000;
    return rows.map(
      ({ filter, from_at: from, to_at: to }) =>
        `${JSON.parse(filter)?.value} ${second(from)}-${second(to)}`,
    );
  }

  const later = () => house.clock.advance(1_000);
  const stop = (id: string) =>
    house.command(id, () => ({
      desiredState: 'stopped',
      desiredEndReason: 'stopped',
    }));

  it('end when no traffic is wanted any more, and begin again with it', async () => {
    const id = await house.begin(aSession());
    later();
    await house.command(id, wanting(null));
    expect(house.names()).not.toContain('route');
    expect(await intervals()).toEqual(['pr-1 0-1']);
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      routed: false,
    });
    later();
    await house.command(id, wanting('pr-1'));
    expect(house.names()).toContain('route');
    later();
    await stop(id);
    expect(await intervals()).toEqual(['pr-1 0-1', 'pr-1 2-3']);
  });

  it('begin with the first traffic of a preview that had none', async () => {
    const id = await house.begin(aSession(withoutTraffic()));
    expect(await intervals()).toEqual([]);
    later();
    await house.command(id, wanting('pr-1'));
    expect(await intervals()).toEqual(['pr-1 1-']);
  });

  it('tell another filter from when its route has it', async () => {
    const id = await house.begin(aSession());
    later();
    away = true;
    await house.command(id, wanting('pr-1-b'));
    expect(await intervals()).toEqual(['pr-1 0-']);
    away = false;
    await house.pass(2_000);
    expect(await intervals()).toEqual(['pr-1 0-3', 'pr-1-b 3-']);
    await stop(id);
    expect(await intervals()).toEqual(['pr-1 0-3', 'pr-1-b 3-3']);
  });

  it('last until the route of a preview that failed is seen detached', async () => {
    const id = await house.begin(aSession());
    later();
    house.driver.outside(world => {
      world.goneTargets.push('shop/deployment/checkout');
    });
    await house.look(id);
    expect((await house.session(id)).phase).toBe('failed');
    expect(await intervals()).toEqual(['pr-1 0-1']);
  });
});

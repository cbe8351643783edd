// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { TestHouse } from '../../testUtils/aHouse';
import { ANN } from '../../testUtils/aPortal';
import { checkHouse } from '../../testUtils/checkHouse';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import { caller, CHECKOUT, operations } from '../../testUtils/operations';
import { PortalDriver } from '../../testUtils/PortalDriver';
import { ownProblem } from '../../lifecycle/checks/fail';
import type { SessionsService } from '../SessionsService';

jest.setTimeout(300_000);

const MISSING = 'shop/checkout:missing';
const IMAGES = ['shop/checkout:f1', 'shop/checkout:f9', MISSING];

type Step =
  | { type: 'image' | 'start'; image: string }
  | { type: 'extend' | 'shorten' | 'mute' | 'restart' | 'stop' | 'look' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constantFrom('image' as const, 'start' as const),
    image: fc.constantFrom(...IMAGES),
  }),
  fc.record({
    type: fc.constantFrom(
      ...(['extend', 'shorten', 'mute', 'restart', 'stop'] as const),
      ...(['look', 'look', 'look'] as const),
    ),
  }),
);
const look: Step = { type: 'look' };
const image = (name: string): Step => ({ type: 'image', image: name });

describe.each(ENGINES)('events of commands and turns on %s', engine => {
  let house: TestHouse;
  let sessions: SessionsService;

  beforeAll(async () => {
    house = new TestHouse(await freshDatabase(engine));
    const { clock, world, knex } = house;
    const driver = new PortalDriver(world, clock);
    driver.outside(({ fates }) => {
      fates[MISSING] = ownProblem('ImagePullFailed');
    });
    await house.replica({ driver }).start();
    sessions = await operations(knex, { clock, driver });
  });
  afterAll(() => house.end());

  const own = async () =>
    Number(
      (await house.knex('audit_bodies').where('actor', ANN).count('* as n'))[0]
        .n,
    );

  async function perform(id: string, key: string, what: Step) {
    switch (what.type) {
      case 'start':
      case 'mute':
        return sessions.start(caller, {
          ...{ entityRef: CHECKOUT, key },
          image: what.type === 'start' ? what.image : IMAGES[0],
          ...(what.type === 'mute' && { traffic: { mode: 'none' as const } }),
        });
      case 'image':
        return sessions.change(caller, id, { image: what.image });
      case 'extend':
        return sessions.change(caller, id, { extendBy: '1m' });
      case 'shorten':
        return sessions.change(caller, id, { ttl: '10m' });
      case 'restart':
        return sessions.restart(caller, id, {});
      default:
        return sessions.stop(caller, id);
    }
  }

  let runs = 0;
  /** Events that are missing or too many after each step, in plain words. */
  async function play(steps: Step[]): Promise<string[]> {
    runs += 1;
    const key = `run-${runs}`;
    const { session } = await sessions.start(caller, {
      ...{ entityRef: CHECKOUT, key, image: IMAGES[0] },
    });
    let { id } = session;
    const wrong: string[] = [];
    for (const each of steps) {
      if (each.type === 'look') {
        await house.look(id);
        await house.pass(1_000);
        continue;
      }
      const { generation, desiredState } = await house.session(id);
      const told = await own();
      const done = await perform(id, key, each).catch(() => null);
      const changed =
        done !== null &&
        (done.session.id !== id || done.session.generation !== generation);
      const news = (await own()) - told;
      // Who comes back from a stop may get a new end besides.
      const most = changed && desiredState === 'stopped' ? 2 : Number(changed);
      if (news < Number(changed) || news > most) {
        wrong.push(`${JSON.stringify(each)}: ${news} events`);
      }
      id = done?.session.id ?? id;
    }
    await sessions.stop(caller, id);
    await house.look(id);
    await house.pass(5_000, 1_000);
    return [...wrong, ...(await checkHouse(house.knex, []))];
  }

  it('are one per command, and none of a turn is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
        expect(await play(steps)).toEqual([]);
      }),
      {
        numRuns: 25,
        examples: [
          [[look, image(MISSING), look, image(IMAGES[1]), look]],
          [[look, { type: 'extend' }, image(MISSING), look]],
        ],
      },
    );
    expect(house.warnings()).toEqual([]);
  });
});

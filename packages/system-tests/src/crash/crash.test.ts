// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { type Engine, ENGINES } from '../backend/product';
import { demoServer } from '../fixtures/demoServer';
import { workerCode } from '../fixtures/workerCode';
import { type CrashGround, CrashHouse } from './CrashHouse';
import { CLUSTER, type KillPoint } from './KillPoint';

const LONGEST = 30 * 60_000;
jest.setTimeout(LONGEST);

/** Stories that are played side by side: most of one is waiting for leases to end. */
const HOUSES = 4;

/** Come round by the clock; which turn is theirs differs from run to run. */
const AMBIENT = [
  'database.claimDue',
  'database.listUpcoming',
  'database.holdCluster',
  'database.listForSweep',
  'database.listActiveIn',
  'database.requestLook',
  'database.extendLease',
  'driver.list',
];

/**
 * An end waits a second for logs and removes the pods meanwhile: on a busy
 * machine they come too late to be read, and nothing is left to be kept.
 */
const IF_IN_TIME = ['driver.logs', 'database.keepLogs'];

/** What a life writes to the API server, which is more than one call of the driver. */
const WRITES = [
  'patch jobs',
  'patch replicasets',
  'patch services',
  'patch httproutes',
  'delete httproutes',
  'delete replicasets',
  'delete jobs',
].map(name => `${CLUSTER}${name}`);

/** Where to die, from what an undisturbed life passes. */
function killPoints(passed: string[], whole: boolean): KillPoint[] {
  const counts = new Map<string, number>();
  passed.forEach(name => counts.set(name, (counts.get(name) ?? 0) + 1));
  return [...counts].flatMap(([name, count]) => {
    const most = whole && !AMBIENT.includes(name) ? count : 1;
    return Array.from({ length: most }, (_, n) => n + 1).flatMap(nth =>
      (['before', 'after'] as const).map(when => ({ name, nth, when })),
    );
  });
}

const timesPassed = (passed: string[], name: string) =>
  passed.filter(each => each === name).length;

/** Where nobody died although somebody was told to. */
interface Missed {
  point: KillPoint;
  passed: number;
}

/** Dies at each of the points, in a house of its own; tells where nobody did. */
async function dieAt(
  engine: Engine,
  ground: CrashGround,
  points: KillPoint[],
): Promise<Missed[]> {
  const missed: Missed[] = [];
  const house = await CrashHouse.build(engine, ground);
  try {
    for (const point of points) {
      const { killed, passed, broken } = await house.play(point);
      expect({ point, broken }).toEqual({ point, broken: [] });
      if (!killed) {
        missed.push({ point, passed: timesPassed(passed, point.name) });
      }
    }
    return missed;
  } finally {
    await house.end();
  }
}

async function undisturbed(
  engine: Engine,
  ground: CrashGround,
): Promise<string[]> {
  const house = await CrashHouse.build(engine, ground);
  try {
    const { killed, passed, broken } = await house.play(null);
    expect({ killed, broken }).toEqual({ killed: false, broken: [] });
    return passed;
  } finally {
    await house.end();
  }
}

describe('a worker that is killed', () => {
  let ground: CrashGround;
  beforeAll(async () => {
    ground = {
      server: await demoServer(),
      // eslint-disable-next-line no-restricted-syntax
      code: await workerCode(join(__dirname, 'worker.ts')),
    };
  });
  afterAll(async () => {
    await ground.server.stop();
    ground.code.remove();
  });

  it.each(ENGINES)(
    'leaves nothing that is not repaired, on %s',
    async engine => {
      const life = await undisturbed(engine, ground);
      expect([...new Set(life)]).toEqual(expect.arrayContaining(WRITES));
      const points = killPoints(life, engine.startsWith('POSTGRES'));
      const missed = (
        await Promise.all(
          Array.from({ length: HOUSES }, (_, house) =>
            dieAt(
              engine,
              ground,
              points.filter((__, i) => i % HOUSES === house),
            ),
          ),
        )
      ).flat();
      process.stdout.write(
        `${engine}: ${points.length - missed.length} of ${
          points.length
        } kills survived\n`,
      );
      // A busy machine merges looks: then that turn never came in that life.
      expect(missed.filter(({ point, passed }) => passed >= point.nth)).toEqual(
        [],
      );
      // But what every life comes by, somebody died at.
      expect(
        missed.filter(
          ({ point: { name, nth } }) =>
            nth === 1 && ![...AMBIENT, ...IF_IN_TIME].includes(name),
        ),
      ).toEqual([]);
    },
  );
});

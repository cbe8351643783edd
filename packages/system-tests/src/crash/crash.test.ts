// SPDX-License-Identifier: Apache-2.0
import { ENGINES } from '../backend/product';
import { CrashHouse } from './CrashHouse';
import { CLUSTER, type KillPoint } from './KillPoint';

const LONGEST = 30 * 60_000;
jest.setTimeout(LONGEST);

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

/** Where to die, from what an undisturbed life passes. */
function killPoints(passed: string[], whole: boolean): KillPoint[] {
  const counts = new Map<string, number>();
  passed.forEach(name => counts.set(name, (counts.get(name) ?? 0) + 1));
  return [...counts].flatMap(([name, count]) => {
    const most = whole && !AMBIENT.includes(name) ? count : 1;
    return Array.from({ length: most }, (_, n) => n + 1).flatMap(nth =>
      // A write of the cluster is told of before and after it anyway.
      (name.startsWith(CLUSTER)
        ? (['before'] as const)
        : (['before', 'after'] as const)
      ).map(when => ({ name, nth, when })),
    );
  });
}

describe('a worker that is killed', () => {
  it.each(ENGINES)(
    'leaves nothing that is not repaired, on %s',
    async engine => {
      const house = await CrashHouse.build(engine);
      try {
        const whole = await house.play(null);
        expect(whole).toMatchObject({ killed: false, broken: [] });

        const points = killPoints(whole.passed, engine.startsWith('POSTGRES'));
        const missed: KillPoint[] = [];
        for (const point of points) {
          const { killed, broken } = await house.play(point);
          expect({ point, broken }).toEqual({ point, broken: [] });
          if (!killed) {
            missed.push(point);
          }
        }
        const kills = points.length - missed.length;
        process.stdout.write(
          `${engine}: ${kills} of ${points.length} kills survived\n`,
        );
        // A busy machine merges looks, so the last turn may not be there.
        const firsts = missed.filter(
          ({ name, nth }) => nth === 1 && !AMBIENT.includes(name),
        );
        expect(firsts).toEqual([]);
        expect(kills).toBeGreaterThan(points.length * 0.8);
      } finally {
        await house.end();
      }
    },
  );
});

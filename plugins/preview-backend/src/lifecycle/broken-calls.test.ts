// SPDX-License-Identifier: Apache-2.0
import { isPostgres } from '../database/engine';
import { type CensusEntry, checkHouse } from '../testUtils/checkHouse';
import { TestHouse } from '../testUtils/aHouse';
import { aSession, numbered } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { change } from '../testUtils/memoryCluster';
import { MemoryDriver } from '../testUtils/memoryDriver';
import { STORIES, type Story } from '../testUtils/stories';
import type { Checkpoints } from './checkpoints';

/** A call fails before it takes effect, or after it although it did. */
const MODES = ['lost', 'landed'] as const;

/** Which call breaks: the nth of its name, since scans come in between. */
interface Break {
  name: string;
  nth: number;
  mode: (typeof MODES)[number];
}

/** Breaks one call and lists all that were made. */
class Breaker implements Checkpoints {
  readonly calls: string[] = [];
  armed: Break | null = null;
  broke = false;

  async around<T>(name: string, call: () => Promise<T>): Promise<T> {
    const nth = this.calls.filter(each => each === name).length;
    this.calls.push(name);
    const { armed } = this;
    const mode = armed?.name === name && armed.nth === nth ? armed.mode : null;
    this.broke = this.broke || mode !== null;
    if (mode === 'lost') {
      throw new Error(`${name} broke before it took effect`);
    }
    const result = await call();
    if (mode === 'landed') {
      throw new Error(`${name} broke after it took effect`);
    }
    return result;
  }

  /** Writes of the cluster, between those of the lifecycle. */
  onWrite = async (name: string): Promise<void> => {
    await this.around(`cluster ${name}`, async () => {});
  };

  arm(armed: Break | null): void {
    this.calls.length = 0;
    this.broke = false;
    this.armed = armed;
  }
}

describe.each(ENGINES)('one broken call on %s', engine => {
  let house: TestHouse;
  const breaker = new Breaker();
  let count = 0;
  let sessions = 0;

  beforeAll(async () => {
    house = new TestHouse(await freshDatabase(engine));
    const driver = new MemoryDriver(house.world, house.clock, breaker.onWrite);
    const replica = house.replica({
      driver,
      checkpoints: breaker,
      // Sweeps come so often that one that is to break is not waited for in vain.
      settings: { lease: 900, drain: 500, sweep: 5_000 },
    });
    await replica.start();
  });
  afterAll(async () => {
    await house.end();
    process.stdout.write(`${engine}: ${count} broken calls survived\n`);
  });

  function census(): CensusEntry[] {
    const objects = house.objects();
    return objects.map(({ sessionId, kind, revision, owner }) => ({
      sessionId,
      kind,
      revision: kind === 'pods' ? revision : null,
      owned: kind === 'root' || objects.some(each => each.uid === owner),
    }));
  }

  /** @returns the calls from the wish until all is quiet */
  async function play(story: Story, armed: Break | null): Promise<string[]> {
    sessions += 1;
    const session = aSession(numbered(sessions));
    session.createdAt = session.nextRunAt = house.clock.now();
    session.expiresAt = house.clock.now() + 3_600_000;
    session.backstopAt = session.expiresAt + 5_000;
    breaker.arm(null);
    if (story.begins === 'new') {
      breaker.arm(armed);
      await house.begin(session);
    } else {
      await house.begin(session);
      change(house.world, story.outside ?? (() => {}));
      breaker.arm(armed);
      await house.command(session.id, row =>
        story.wish(row, house.clock.now()),
      );
    }
    const settled = () =>
      house.session(session.id).then(
        row =>
          row.leaseHolder === null &&
          // What is to be tried again is not at rest.
          row.attempt === 0 &&
          JSON.stringify({ ...row, ...story.ends }) === JSON.stringify(row),
      );
    const pending = () => armed !== null && !breaker.broke;
    for (let n = 0; n < 12 && (pending() || !(await settled())); n += 1) {
      await house.pass(1_000);
    }
    breaker.armed = null;
    const calls = [...breaker.calls];
    expect(await house.session(session.id)).toMatchObject(story.ends);
    expect(await checkHouse(house.knex, census())).toEqual([]);
    change(house.world, world => {
      world.goneTargets = [];
    });
    await house.command(session.id, row =>
      row.endedAt === null ? { desiredState: 'stopped' } : {},
    );
    // All of it, so that the next story hears nothing of this one.
    const over = () =>
      house.session(session.id).then(row => row.endedAt !== null);
    for (let n = 0; n < 12 && !(await over()); n += 1) {
      await house.pass(1_000);
    }
    return calls;
  }

  it.each(STORIES)(
    'does not harm: $name',
    async story => {
      const whole = await play(story, null);
      // The calls of the story itself; scans and renewals follow for ever.
      const calls = whole.slice(0, whole.lastIndexOf('database.record') + 1);
      const names = [...new Set(calls)];
      const broken = new Set<string>();
      for (const name of names) {
        // PostgreSQL breaks every call, SQLite each kind of call once.
        const often = isPostgres(house.knex)
          ? calls.filter(each => each === name).length
          : 1;
        for (let nth = 0; nth < often; nth += 1) {
          for (const mode of MODES) {
            await play(story, { name, nth, mode });
            // Which look comes first is chance, so the last may be left out.
            if (breaker.broke) {
              broken.add(`${name} ${mode}`);
              count += 1;
            }
          }
        }
      }
      expect(names.length).toBeGreaterThan(3);
      expect([...broken].sort()).toEqual(
        names.flatMap(name => MODES.map(mode => `${name} ${mode}`)).sort(),
      );
    },
    900_000,
  );
});

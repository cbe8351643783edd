// SPDX-License-Identifier: Apache-2.0
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { ownProblem } from '../../lifecycle/checks/fail';
import { secureRandom } from '../../lifecycle/random';
import { TestHouse } from '../../testUtils/aHouse';
import { ANN } from '../../testUtils/aPortal';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import { caller, CHECKOUT, operations } from '../../testUtils/operations';
import { PortalDriver } from '../../testUtils/PortalDriver';
import type { SessionsService } from '../SessionsService';

const F1 = 'shop/checkout:f1';
const F9 = 'shop/checkout:f9';
const MISSING = 'shop/checkout:missing';

/** A cluster that can be made to think before it answers what a target is. */
class SlowDriver extends PortalDriver {
  private think: (() => Promise<void>) | null = null;

  async resolve(...target: Parameters<PortalDriver['resolve']>) {
    const { think } = this;
    this.think = null;
    await think?.();
    return super.resolve(...target);
  }

  /** @returns when the next question has come; `answer` it then */
  async hold(): Promise<{ answer: () => void }> {
    return new Promise(asked => {
      this.think = () =>
        new Promise<void>(answer => {
          asked({ answer });
        });
    });
  }
}

describe.each(ENGINES)('what the log says of commands on %s', engine => {
  let house: TestHouse;
  let driver: SlowDriver;
  let sessions: SessionsService;

  beforeEach(async () => {
    house = new TestHouse(await freshDatabase(engine));
    const { clock, world, knex } = house;
    driver = new SlowDriver(world, clock);
    driver.outside(({ fates }) => {
      fates[MISSING] = ownProblem('ImagePullFailed');
    });
    await house.replica({ driver }).start();
    sessions = await operations(knex, { clock, driver });
  });
  afterEach(() => house.end());

  async function aReady(key = 'pr-1'): Promise<string> {
    const { session } = await sessions.start(caller, {
      ...{ entityRef: CHECKOUT, key, image: F1 },
    });
    await house.look(session.id);
    return session.id;
  }

  const events = async (action: string): Promise<AuditEvent[]> =>
    (await house.audit()).filter(event => event.action === action);

  /** Works while the cluster thinks about what was asked before. */
  async function meanwhile<T>(
    asked: () => Promise<T>,
    work: () => Promise<unknown>,
  ): Promise<T> {
    const held = driver.hold();
    const answered = asked();
    const { answer } = await held;
    house.clock.advance(1_000);
    await work();
    answer();
    return answered;
  }

  it('names the image of an update that failed, and signs off the one that serves', async () => {
    const id = await aReady();
    await sessions.change(caller, id, { image: MISSING });
    await house.look(id);
    expect((await events('session.updated')).at(-1)).toMatchObject({
      actor: 'system',
      outcome: 'failed',
      image: MISSING,
      imageDigest: null,
    });
    await sessions.signOff(caller, id, { decision: 'approved' });
    const signed = { image: F1, imageDigest: `sha256:${F1}` };
    expect(await events('sign-off.given')).toMatchObject([signed]);
    await sessions.change(caller, id, { image: F9 });
    expect(await events('sign-off.voided')).toMatchObject([signed]);
  });

  it.each([
    [
      'a start',
      () =>
        sessions.start(caller, {
          ...{ entityRef: CHECKOUT, key: 'pr-1', image: MISSING },
        }),
    ],
    [
      'naming the image',
      (id: string) => sessions.change(caller, id, { image: MISSING }),
    ],
  ])('of an update that failed tries it again by %s', async (_how, again) => {
    const id = await aReady();
    await sessions.change(caller, id, { image: MISSING });
    await house.look(id);
    driver.outside(({ fates }) => {
      delete fates[MISSING];
    });
    const { session } = await again(id);
    expect(session).toMatchObject({
      ...{ revision: 3, servingRevision: 1, phase: 'updating', failure: null },
    });
    await house.look(id);
    expect(await sessions.get(caller, id)).toMatchObject({
      ...{ servingRevision: 3, phase: 'ready', conditions: [] },
    });
    expect(
      (await events('session.updated')).map(({ outcome }) => outcome),
    ).toEqual(['succeeded', 'failed', 'succeeded']);
  });

  it('leaves what serves alone when it is asked for once more', async () => {
    const id = await aReady();
    const { session } = await sessions.change(caller, id, { image: F1 });
    expect(session).toMatchObject({ revision: 1, generation: 1 });
  });

  it('is in the order of effect, whoever began first', async () => {
    const id = await aReady();
    await meanwhile(
      () => sessions.change(caller, id, { image: F9 }),
      () => sessions.change(caller, id, { image: 'shop/checkout:f2' }),
    );
    expect((await house.session(id)).image).toBe(F9);
    const images = (await events('session.updated')).map(({ image }) => image);
    expect(images).toEqual(['shop/checkout:f2', F9]);
  });

  it('says of two changes in one instant which one was the last', async () => {
    const id = await aReady();
    for (const hours of [1, 2, 3, 4, 5]) {
      await sessions.change(caller, id, { ttl: `${hours}h` });
    }
    const { expiresAt } = await house.session(id);
    const last = (await events('session.extended')).at(-1);
    expect(last?.changes).toContain(new Date(expiresAt!).toISOString());
  });

  it('starts anew what ended while its restart was under way', async () => {
    const id = await aReady();
    const { session, outcome } = await meanwhile(
      () => sessions.restart(caller, id, {}),
      async () => {
        await sessions.stop(caller, id);
        await house.look(id);
        await house.pass(2_000, 1_000);
      },
    );
    expect([outcome, session.key]).toEqual(['created', 'pr-1']);
    expect(session.id).not.toBe(id);
    expect(await events('access.denied')).toEqual([]);
    expect(await events('session.resumed')).toHaveLength(1);
  });

  it('tells how an end was moved, and what else was changed', async () => {
    const id = await aReady();
    const { expiresAt } = await house.session(id);
    const end = new Date(expiresAt!).toISOString();
    await sessions.change(caller, id, { extendBy: '1h' });
    await sessions.change(caller, id, { ttl: '10m' });
    await sessions.start(caller, {
      ...{ entityRef: CHECKOUT, key: 'pr-1', image: F1, replicas: 2 },
      traffic: {
        mode: 'steal',
        filter: { type: 'header', name: 'x-preview-key', value: 'a=pr-1' },
      },
      env: [],
    });
    await sessions.change(caller, id, { image: F9 });
    const moved = (await events('session.extended')).map(each => each.changes);
    expect(moved).toEqual([
      expect.stringMatching(`^extended: ${end} -> `),
      expect.stringMatching(/^shortened: \S+Z -> 2030-01-01T00:10:00.000Z$/),
    ]);
    const changed = (await events('session.updated')).map(each => each.changes);
    expect(changed).toEqual([
      'replicas: 1 -> 2; filter: x-preview-key: pr-1 -> x-preview-key: a=pr-1',
      `image: ${F1} -> ${F9}`,
    ]);
  });

  describe('of a stopped environment', () => {
    it('how many were stopped, with the stops or not at all', async () => {
      const id = await aReady();
      jest.spyOn(secureRandom, 'uuid').mockImplementationOnce(() => {
        throw new Error('killed');
      });
      await expect(
        sessions.stopEnvironment(caller, 'pr-1', {}),
      ).rejects.toThrow('killed');
      expect((await house.session(id)).desiredState).toBe('running');
      await sessions.stopEnvironment(caller, 'pr-1', { reason: 'done' });
      await sessions.stopEnvironment(caller, 'pr-1', {});
      expect(await events('session.stopped')).toHaveLength(1);
      expect(await events('environment.stopped')).toMatchObject([
        { actor: ANN, reason: 'done', changes: 'stopped: 1 of 1' },
      ]);
    });
  });
});

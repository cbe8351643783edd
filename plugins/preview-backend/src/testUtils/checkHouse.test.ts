// SPDX-License-Identifier: Apache-2.0
import { recordEvent } from '../audit/recordEvent';
import type { MemoryObject } from './memoryCluster';
import { TestHouse } from './aHouse';
import { aSession } from './aSession';
import { type CensusEntry, checkHouse } from './checkHouse';
import { ENGINES, freshDatabase } from './databases';

const [[engine]] = ENGINES;

describe('checkHouse', () => {
  let house: TestHouse;
  let id: string;

  beforeEach(async () => {
    house = new TestHouse(await freshDatabase(engine));
    await house.replica().start();
    id = await house.begin(aSession());
  });
  afterEach(async () => {
    await house.knex('sessions').update({ lease_holder: null });
    await house.end();
  });

  const census = (): CensusEntry[] =>
    house.objects().map((each: MemoryObject) => ({
      sessionId: each.sessionId,
      kind: each.kind,
      revision: each.kind === 'pods' ? each.revision : null,
      owned: true,
    }));

  it('has nothing to say of a house in order', async () => {
    expect(await checkHouse(house.knex, census())).toEqual([]);
  });

  it.each<[string, () => Promise<CensusEntry[]>, string]>([
    [
      'an object without a session',
      async () => [...census(), { ...census()[0], sessionId: 'x' }],
      'without a session',
    ],
    ['a twin', async () => [...census(), census()[0]], 'should have'],
    ['a missing object', async () => census().slice(1), 'should have'],
    [
      'an object that nothing ends',
      async () => census().map(each => ({ ...each, owned: false })),
      'nothing ends',
    ],
    [
      'a session that did not converge',
      async () => {
        await house.knex('sessions').update({ phase: 'provisioning' });
        return census();
      },
      'still provisioning',
    ],
    [
      'a lease that was left',
      async () => {
        await house.knex('sessions').update({ lease_holder: 'x' });
        return census();
      },
      'still leased',
    ],
    [
      'a lost event',
      async () => {
        await house.knex('sessions').update({ event_seq: 99 });
        return census();
      },
      'has no event',
    ],
    [
      'an event that was told twice',
      async () => {
        await house.knex.transaction(trx =>
          recordEvent(trx, {
            ...{ action: 'session.ready', actor: 'system', via: 'sweep' },
            ...{ identity: ['again'], at: house.clock.now(), sessionId: id },
          }),
        );
        return census();
      },
      'told twice',
    ],
    [
      'traffic that was not noted',
      async () => {
        await house.knex('traffic_intervals').delete();
        return census();
      },
      'open traffic intervals',
    ],
    [
      'a step left running',
      async () => {
        await house
          .knex('session_steps')
          .where({ name: 'pulled' })
          .update({ status: 'running' });
        return census();
      },
      'still running',
    ],
  ])('notices %s', async (_, breakIt, expected) => {
    const found = await checkHouse(house.knex, await breakIt());
    expect(found.join('\n')).toContain(expected);
  });
});

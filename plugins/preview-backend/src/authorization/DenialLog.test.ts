// SPDX-License-Identifier: Apache-2.0
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { listEvents } from '../audit/listEvents';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { TestClock } from '../testUtils/TestClock';
import { secureRandom } from '../lifecycle/random';
import type { Caller } from './Caller';
import { DenialLog } from './DenialLog';

jest.setTimeout(60_000);

const caller: Caller = {
  credentials: mockCredentials.user(),
  principal: 'user',
  ref: 'user:default/bob',
  ownershipRefs: [],
  isAdmin: false,
  entries: [],
  via: 'cli',
  requestId: 'request-1',
};
const denied = previewError('NotEntityOwner');

describe.each(ENGINES)('denied attempts on %s', engine => {
  let knex: Knex;
  let clock: TestClock;
  let log: DenialLog;

  beforeEach(async () => {
    knex = await freshDatabase(engine);
    clock = new TestClock();
    const logger = mockServices.logger.mock();
    log = new DenialLog({ knex, clock, random: secureRandom, logger });
  });

  async function counts(): Promise<number[]> {
    const events = await knex.transaction(trx =>
      listEvents(trx, { filter: {}, order: 'asc', limit: 100 }),
    );
    return events.map(({ count }) => count).sort((a, b) => a - b);
  }

  it('are recorded at once, repetitions folded into one with a count', async () => {
    for (let n = 0; n < 10; n += 1) {
      await log.record(caller, denied, { what: 'stop', sessionId: 's' });
    }
    expect(await counts()).toEqual([1]);
    await log.stop();
    expect(await counts()).toEqual([1, 9]);
  });

  it('count anew after a minute', async () => {
    const attempt = { what: 'stop', sessionId: 's' };
    await log.record(caller, denied, attempt);
    clock.advance(60_000);
    await log.record(caller, denied, attempt);
    expect(await counts()).toEqual([1, 1]);
    await log.stop();
    expect(clock.pending).toBe(0);
  });

  it('cannot fill the log, however different they are', async () => {
    for (let n = 0; n < 200; n += 1) {
      await log.record(caller, denied, { what: 'stop', sessionId: `s-${n}` });
    }
    await log.stop();
    const all = await counts();
    expect(all.length).toBeLessThan(40);
    expect(all.reduce((sum, count) => sum + count)).toBe(200);
  });

  it('are not what the request itself is at fault for', async () => {
    for (const code of [
      'InvalidKey',
      'SessionNotFound',
      'TargetNotFound',
    ] as const) {
      await log.record(caller, previewError(code), { what: 'start' });
    }
    expect(await counts()).toEqual([]);
  });

  it('are not what came too late or found things in another state', async () => {
    for (const code of [
      'SessionBusy',
      'SessionOver',
      'SignOffOutdated',
      'DependencyUnavailable',
    ] as const) {
      await log.record(caller, previewError(code), { what: 'restart' });
    }
    expect(await counts()).toEqual([]);
  });

  it('stay denied when they cannot be recorded', async () => {
    await knex.destroy();
    await expect(
      log.record(caller, denied, { what: 'stop' }),
    ).resolves.toBeUndefined();
  });
});

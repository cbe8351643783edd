// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import { TestClock } from '../testUtils/TestClock';
import { publishSignals } from './publishSignals';
import { SessionEvents } from './SessionEvents';

function aPublisher(publish = jest.fn(async () => {})) {
  const events = new SessionEvents();
  const clock = new TestClock();
  const logger = mockServices.logger.mock();
  const end = publishSignals({ events, signals: { publish }, clock, logger });
  return { events, clock, logger, publish, end };
}

const told = (ids: string[]) => ({
  recipients: { type: 'broadcast' },
  channel: 'preview:sessions',
  message: { ids },
});

describe('publishSignals', () => {
  it('gathers what changes together, and says nothing but ids', () => {
    const { events, clock, publish } = aPublisher();
    ['a', 'b', 'a'].forEach(id => events.changed(id));
    clock.advance(99);
    expect(publish).not.toHaveBeenCalled();
    clock.advance(1);
    expect(publish.mock.calls).toEqual([[told(['a', 'b'])]]);
  });

  it('leaves half a second between two signals, however much changes', () => {
    const { events, clock, publish } = aPublisher();
    for (let ms = 0; ms < 10_000; ms += 10) {
      events.changed(`s${ms}`);
      clock.advance(10);
    }
    expect(publish).toHaveBeenCalledTimes(20);
    clock.advance(500);
    const ids = publish.mock.calls.flatMap(
      ([{ message }]: any) => message.ids as string[],
    );
    expect(new Set(ids).size).toBe(1_000);
    expect(ids).toHaveLength(1_000);
  });

  it('leaves no timer behind', () => {
    const { events, clock, publish, end } = aPublisher();
    events.changed('a');
    end();
    clock.advance(1_000);
    expect(publish).not.toHaveBeenCalled();
    expect([clock.pending, events.size]).toEqual([0, 0]);
  });

  it('survives a service that fails, without words of others in the log', async () => {
    const failing = jest.fn(async () => {
      throw new Error('secret');
    });
    const { events, clock, logger } = aPublisher(failing);
    events.changed('a');
    clock.advance(100);
    await Promise.resolve();
    await Promise.resolve();
    expect(logger.warn).toHaveBeenCalledWith(
      'A change could not be signalled: Error',
    );
  });
});

// SPDX-License-Identifier: Apache-2.0
import type { PropsWithChildren } from 'react';
import { act, renderHook } from '@testing-library/react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { clockApiRef, type ClockApi } from '../clock/ClockApi';
import { type Freshness, useLive } from './useLive';
import { noSignal, type SessionSignal } from './useSessionSignals';

const settled = () => act(async () => {});

/** A list that loads at once, and a clock that is moved by hand. */
function live(freshness: Partial<Freshness<number>> = {}) {
  let now = 1_000_000;
  const timers: { at: number; callback: () => void }[] = [];
  const clock: ClockApi = {
    now: () => now,
    every: () => () => {},
    after: (millis, callback) => {
      const timer = { at: now + millis, callback };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  };
  let signal: (message: SessionSignal) => void = () => {};
  const signals = {
    subscribe: (_: string, onMessage: typeof signal) => {
      signal = onMessage;
      return { unsubscribe: () => {} };
    },
  };
  let loads = 0;
  const load = jest.fn(async () => {
    loads += 1;
    return loads;
  });
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider
      apis={[
        [clockApiRef, clock],
        [signalApiRef, signals as never],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  const view = renderHook(
    () => useLive(load, { concerns: () => true, ...freshness }),
    { wrapper },
  );
  return {
    load,
    view,
    timers,
    storm: async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        signal({ ids: [`id-${n}`] });
        await settled();
      }
    },
    advance: async (millis: number) => {
      now += millis;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.callback();
      }
      await settled();
    },
  };
}

describe('what stays fresh', () => {
  it('loads at the first signal, and once more after a storm of them', async () => {
    const { load, view, storm, advance } = live({ restMillis: 1000 });
    await settled();
    expect(load).toHaveBeenCalledTimes(1);
    await storm(200);
    expect(load).toHaveBeenCalledTimes(2);
    await advance(999);
    expect(load).toHaveBeenCalledTimes(2);
    await advance(1);
    expect(load).toHaveBeenCalledTimes(3);
    expect(view.result.current.value).toBe(3);
    await advance(60_000);
    expect(load).toHaveBeenCalledTimes(3);
    await storm(1);
    expect(load).toHaveBeenCalledTimes(4);
  });

  it('does not rest where nothing is said of it', async () => {
    const { load, storm } = live();
    await settled();
    await storm(3);
    expect(load).toHaveBeenCalledTimes(4);
  });

  it('tries again soon when loading failed, less and less often', async () => {
    const { load, view, timers, advance } = live();
    await settled();
    load.mockImplementation(async () => {
      throw new Error('away');
    });
    await act(async () => view.result.current.reload());
    for (const wait of [2_000, 4_000]) {
      expect(view.result.current.error).toEqual(new Error('away'));
      const before = load.mock.calls.length;
      await advance(wait - 1);
      expect(load).toHaveBeenCalledTimes(before);
      await advance(1);
      expect(load).toHaveBeenCalledTimes(before + 1);
    }
    load.mockResolvedValue(7);
    await advance(8_000);
    expect(view.result.current).toMatchObject({ value: 7, error: undefined });
    expect(timers).toEqual([]);
  });

  it('looks again soon while something moves, also without a signal', async () => {
    const isMoving = (count: number) => count < 3;
    const { load, timers, advance } = live({ isMoving });
    await settled();
    expect(load).toHaveBeenCalledTimes(1);
    await advance(4_999);
    expect(load).toHaveBeenCalledTimes(1);
    await advance(1);
    expect(load).toHaveBeenCalledTimes(2);
    await advance(5_000);
    expect(load).toHaveBeenCalledTimes(3);
    expect(timers).toEqual([]);
  });

  it('looks once more for what was said before signals were connected', async () => {
    const { load, timers, advance } = live();
    await settled();
    await advance(7_999);
    expect(load).toHaveBeenCalledTimes(1);
    await advance(1);
    expect(load).toHaveBeenCalledTimes(2);
    expect(timers).toEqual([]);
  });

  it('does not where a signal came, or none can', async () => {
    const told = live();
    await settled();
    await told.storm(1);
    expect(told.timers).toEqual([]);
    const untold = live({ concerns: noSignal });
    await settled();
    expect(untold.timers).toEqual([]);
  });

  it('plans one look, however many signals come', async () => {
    const { load, view, storm, timers } = live({ isMoving: () => true });
    await settled();
    await storm(3);
    expect(load).toHaveBeenCalledTimes(4);
    expect(timers).toHaveLength(1);
    view.unmount();
    expect(timers).toEqual([]);
  });

  it('forgets what is planned when it goes', async () => {
    const { load, view, storm, timers } = live({ restMillis: 1000 });
    await settled();
    await storm(2);
    view.unmount();
    expect(timers).toEqual([]);
    expect(load).toHaveBeenCalledTimes(2);
  });
});

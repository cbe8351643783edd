// SPDX-License-Identifier: Apache-2.0
import type { PropsWithChildren } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { TestApiProvider } from '@backstage/test-utils';
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { clockApiRef, type ClockApi } from '../clock/ClockApi';
import { exampleApi, logAnswer, never, refusing } from '../examples/api';
import { stillClock } from '../examples/time';
import { allLines } from '../model/logLines';
import { type LogChoice, useLogs } from './useLogs';

const CHOICE: LogChoice = {
  id: 'id-1',
  container: null,
  previous: false,
  follow: true,
  begun: true,
  attempt: 0,
};

/** A clock whose timers go off when the test says so. */
function handClock() {
  const due: { millis: number; callback: () => void }[] = [];
  let now = stillClock.now();
  const clock: ClockApi = {
    ...stillClock,
    now: () => now,
    after: (millis, callback) => {
      const timer = { millis, callback };
      due.push(timer);
      return () => {
        due.splice(due.indexOf(timer), 1);
      };
    },
  };
  const pass = (millis: number) => {
    now += millis;
  };
  return { clock, due, pass };
}

/** Reads by answers given one after the other; the last one stays. */
function read(choice: LogChoice, ...answers: PreviewApi['logs'][]) {
  const { clock, due, pass } = handClock();
  const logs = jest.fn<Promise<Response>, Parameters<PreviewApi['logs']>>(
    (...asked) =>
      (answers.length > 1 ? answers.shift()! : answers[0])(...asked),
  );
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider
      apis={[
        [previewApiRef, exampleApi({ logs })],
        [clockApiRef, clock],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  const view = renderHook(useLogs, { wrapper, initialProps: choice });
  return { view, logs, due, pass };
}

/** Lets so many pauses pass at once; answers how long they were. */
async function pausesOf(
  due: { millis: number; callback: () => void }[],
  count: number,
) {
  const pauses: number[] = [];
  for (let round = 0; round < count; round++) {
    await waitFor(() => expect(due).toHaveLength(1));
    const { millis, callback } = due.shift()!;
    pauses.push(millis);
    await act(async () => callback());
  }
  return pauses;
}

const state = (view: { result: { current: ReturnType<typeof useLogs> } }) =>
  view.result.current.state;

describe('useLogs', () => {
  it('connects again and shows each line once', async () => {
    const { view, logs, due } = read(
      CHOICE,
      () => logAnswer('one\ntwo\n', true),
      () => logAnswer('one\ntwo\nthree\n'),
    );
    await waitFor(() => expect(state(view)).toBe('stopped'));
    expect(allLines(view.result.current.log)).toEqual(['one', 'two']);
    await act(async () => due.shift()?.callback());
    await waitFor(() => expect(state(view)).toBe('reading'));
    expect(allLines(view.result.current.log)).toEqual(['one', 'two', 'three']);
    expect(logs).toHaveBeenCalledTimes(2);
  });

  it.each([
    [
      'the connection fails',
      async () => {
        throw new Error('the network is away');
      },
      'waiting',
    ],
    [
      'a container that ended has nothing new to say',
      () => logAnswer('panic: no database\n', true),
      'stopped',
    ],
  ])('waits longer each time that %s', async (_title, answer, then) => {
    const { view, due } = read(CHOICE, answer);
    expect(await pausesOf(due, 6)).toEqual([
      2000, 4000, 8000, 16000, 30000, 30000,
    ]);
    await waitFor(() => expect(state(view)).toBe(then));
  });

  it('looks again soon after something new was written', async () => {
    const { due } = read(
      CHOICE,
      () => logAnswer('panic\n', true),
      () => logAnswer('panic\n', true),
      () => logAnswer('panic again\n', true),
    );
    expect(await pausesOf(due, 5)).toEqual([2000, 4000, 2000, 4000, 8000]);
  });

  it('looks again soon after it was connected for long', async () => {
    let stay = () => {};
    const { due, pass } = read(CHOICE, async () => {
      stay();
      return logAnswer('quiet\n', true);
    });
    stay = () => pass(30_000);
    expect(await pausesOf(due, 3)).toEqual([2000, 2000, 2000]);
  });

  it('asks again for a pod that is away, and says why meanwhile', async () => {
    const { view, due } = read(
      CHOICE,
      refusing(404, { code: 'TargetNotFound', message: 'It has no pod.' }),
      () => logAnswer('one\n'),
    );
    await waitFor(() => expect(state(view)).toBe('waiting'));
    expect(view.result.current.error).toBeDefined();
    await pausesOf(due, 1);
    await waitFor(() => expect(state(view)).toBe('reading'));
    expect(allLines(view.result.current.log)).toEqual(['one']);
    expect(view.result.current.error).toBeUndefined();
  });

  it('asks for nothing before there can be a log', async () => {
    const { view, logs, due } = read({ ...CHOICE, begun: false }, () =>
      logAnswer('one\n'),
    );
    await act(async () => {});
    expect(logs).not.toHaveBeenCalled();
    expect(due).toEqual([]);
    expect(state(view)).toBe('reading');
  });

  it('keeps the lines of the same log until they are there anew', async () => {
    const { view } = read(CHOICE, () => logAnswer('one\n'), never);
    await waitFor(() =>
      expect(allLines(view.result.current.log)).toEqual(['one']),
    );
    view.rerender({ ...CHOICE, follow: false });
    expect(allLines(view.result.current.log)).toEqual(['one']);
    view.rerender({ ...CHOICE, container: 'metrics' });
    expect(allLines(view.result.current.log)).toEqual([]);
  });

  it('does not ask again for what was refused', async () => {
    const { view, due } = read(
      CHOICE,
      refusing(403, { code: 'PermissionDenied', message: 'You may not.' }),
    );
    await waitFor(() => expect(state(view)).toBe('ended'));
    expect(view.result.current.error).toBeDefined();
    expect(due).toEqual([]);
  });

  it.each([
    ['not followed', { follow: false }],
    ['of before the restart', { previous: true }],
  ])('ends with a log that is %s', async (_title, part) => {
    const { view, logs } = read({ ...CHOICE, ...part }, () =>
      logAnswer('the last line\n', true),
    );
    await waitFor(() => expect(state(view)).toBe('ended'));
    expect(logs.mock.calls[0][1]).toMatchObject({ follow: false });
  });

  it('ends the request and the waiting when the page is left', async () => {
    const { view, logs, due } = read(CHOICE, () => logAnswer('one\n', true));
    await waitFor(() => expect(state(view)).toBe('stopped'));
    view.unmount();
    expect(due).toEqual([]);
    expect(logs.mock.calls[0][2]?.signal?.aborted).toBe(true);
  });
});

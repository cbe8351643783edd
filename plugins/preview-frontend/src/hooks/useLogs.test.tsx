// SPDX-License-Identifier: Apache-2.0
import type { PropsWithChildren } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { TestApiProvider } from '@backstage/test-utils';
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { clockApiRef, type ClockApi } from '../clock/ClockApi';
import { exampleApi, logAnswer, refusing } from '../examples/api';
import { stillClock } from '../examples/time';
import { allLines } from '../model/logLines';
import { type LogChoice, useLogs } from './useLogs';

const CHOICE: LogChoice = {
  id: 'id-1',
  container: null,
  previous: false,
  follow: true,
  attempt: 0,
};

/** A clock whose timers go off when the test says so. */
function handClock() {
  const due: { millis: number; callback: () => void }[] = [];
  const clock: ClockApi = {
    ...stillClock,
    after: (millis, callback) => {
      const timer = { millis, callback };
      due.push(timer);
      return () => {
        due.splice(due.indexOf(timer), 1);
      };
    },
  };
  return { clock, due };
}

/** Reads by answers given one after the other; the last one stays. */
function read(choice: LogChoice, ...answers: PreviewApi['logs'][]) {
  const { clock, due } = handClock();
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
  const view = renderHook(() => useLogs(choice), { wrapper });
  return { view, logs, due };
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
    await waitFor(() => expect(state(view)).toBe('waiting'));
    expect(allLines(view.result.current.log)).toEqual(['one', 'two']);
    await act(async () => due.shift()?.callback());
    await waitFor(() => expect(state(view)).toBe('reading'));
    expect(allLines(view.result.current.log)).toEqual(['one', 'two', 'three']);
    expect(logs).toHaveBeenCalledTimes(2);
  });

  it('waits longer each time that the connection fails', async () => {
    const { view, due } = read(CHOICE, async () => {
      throw new Error('the network is away');
    });
    const pauses: number[] = [];
    for (let round = 0; round < 7; round++) {
      await waitFor(() => expect(due).toHaveLength(1));
      const { millis, callback } = due.shift()!;
      pauses.push(millis);
      await act(async () => callback());
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    expect(state(view)).toBe('waiting');
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
    await waitFor(() => expect(state(view)).toBe('waiting'));
    view.unmount();
    expect(due).toEqual([]);
    expect(logs.mock.calls[0][2]?.signal?.aborted).toBe(true);
  });
});

// SPDX-License-Identifier: Apache-2.0
import type { PropsWithChildren } from 'react';
import { act, renderHook } from '@testing-library/react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { previewApiRef } from '../apis/previewApiRef';
import { clockApiRef } from '../clock/ClockApi';
import { exampleApi } from '../examples/api';
import { pageOf } from '../examples/environments';
import { stillClock } from '../examples/time';
import { useAuditEvents } from './useAuditEvents';
import type { SessionSignal } from './useSessionSignals';

const QUERY = { session: 'mine' };

describe('events of one preview', () => {
  it('are loaded anew when something happened to it', async () => {
    let tell: (signal: SessionSignal) => void = () => {};
    const subscribe = (_channel: string, callback: typeof tell) => {
      tell = callback;
      return { unsubscribe: () => {} };
    };
    const listAuditEvents = jest.fn(async () => pageOf([]));
    const wrapper = ({ children }: PropsWithChildren) => (
      <TestApiProvider
        apis={[
          [previewApiRef, exampleApi({ listAuditEvents })],
          [clockApiRef, stillClock],
          [signalApiRef, { subscribe } as never],
        ]}
      >
        {children}
      </TestApiProvider>
    );
    renderHook(
      () => useAuditEvents(QUERY, undefined, ({ ids }) => ids.includes('mine')),
      { wrapper },
    );
    await act(async () => {});
    await act(async () => tell({ ids: ['other'] }));
    expect(listAuditEvents).toHaveBeenCalledTimes(1);
    await act(async () => tell({ ids: ['mine'] }));
    expect(listAuditEvents).toHaveBeenCalledTimes(2);
  });
});

// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../dev/Stage';
import { pageOf } from '../examples/environments';
import { CHECKOUT, aSession, but, ended } from '../examples/sessions';
import { useEndedSessions } from './useEntitySessions';

const over = (id: string) => aSession(ended, but({ id }));

describe('previews that are over', () => {
  it('are all there after another one ended', async () => {
    let all = ['d', 'c', 'b', 'a'].map(over);
    const api = {
      listSessions: async (query?: { cursor?: string }) =>
        query?.cursor
          ? pageOf(all.slice(-2), { nextCursor: null })
          : pageOf(all.slice(0, 2), { nextCursor: 'b' }),
    };
    const wrapper = ({ children }: { children: ReactNode }) => (
      <Stage api={api}>{children}</Stage>
    );
    const { result } = renderHook(() => useEndedSessions(CHECKOUT), {
      wrapper,
    });
    const shown = () =>
      [...(result.current.live.value?.items ?? []), ...result.current.older]
        .map(({ id }: PreviewSession) => id)
        .join('');
    await waitFor(() => expect(shown()).toBe('dc'));
    await act(async () => result.current.more?.());
    expect(shown()).toBe('dcba');
    all = [over('e'), ...all];
    await act(async () => result.current.live.reload());
    await waitFor(() => expect(shown()).toBe('edcba'));
  });
});

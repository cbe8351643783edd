// SPDX-License-Identifier: Apache-2.0
import { act, render, screen } from '@testing-library/react';
import { TestApiProvider } from '@backstage/test-utils';
import { clockApiRef } from '../../clock/ClockApi';
import { stillClock } from '../../examples/time';
import { BackstopNote } from './BackstopNote';

jest.mock('../../translation/useWords', () => ({
  useWords: () => (key: string) => key,
}));

describe('a cluster that still has the earlier end', () => {
  it('is told of once it did not follow at once', () => {
    const due: (() => void)[] = [];
    const after = (_millis: number, callback: () => void) => {
      due.push(callback);
      return () => {};
    };
    render(
      <TestApiProvider apis={[[clockApiRef, { ...stillClock, after }]]}>
        <BackstopNote
          session={{ endedAt: null, backstop: { at: null, state: 'behind' } }}
        />
      </TestApiProvider>,
    );
    expect(screen.queryByText('backstop.behind')).toBeNull();
    act(() => due.forEach(callback => callback()));
    expect(screen.getByText('backstop.behind')).toBeVisible();
  });
});

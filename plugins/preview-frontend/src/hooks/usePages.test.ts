// SPDX-License-Identifier: Apache-2.0
import { act, renderHook } from '@testing-library/react';
import { usePages } from './usePages';

const pagesOf = (list: string) =>
  renderHook(props => usePages(props.list), { initialProps: { list } });

describe('usePages', () => {
  it('goes forward by cursors and back the way it came', () => {
    const { result } = pagesOf('a');
    expect(result.current).toMatchObject({ cursor: undefined, number: 1 });
    expect(result.current.back).toBeNull();
    act(() => result.current.forward('two')?.());
    act(() => result.current.forward('three')?.());
    expect(result.current).toMatchObject({ cursor: 'three', number: 3 });
    act(() => result.current.back?.());
    expect(result.current).toMatchObject({ cursor: 'two', number: 2 });
    act(() => result.current.back?.());
    expect(result.current.cursor).toBeUndefined();
  });

  it('does not go beyond the last page', () => {
    const { result } = pagesOf('a');
    expect(result.current.forward(null)).toBeNull();
  });

  it('begins another list at its first page', () => {
    const { result, rerender } = pagesOf('a');
    act(() => result.current.forward('two')?.());
    rerender({ list: 'b' });
    expect(result.current).toMatchObject({ cursor: undefined, number: 1 });
  });
});

// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';

/** Where a reader stands in a list that is known page by page. */
export interface Pages {
  /** Of the page that is shown; `undefined` = the first one. */
  cursor: string | undefined;
  /** Counted from 1. */
  number: number;
  back: (() => void) | null;
  /** @param nextCursor - as the shown page told it */
  forward: (nextCursor: string | null | undefined) => (() => void) | null;
}

/**
 * Walks through pages by cursors, which only lead forward: the way back is
 * remembered.
 *
 * @param list - identifies the list; another one begins at its first page
 */
export function usePages(list: string): Pages {
  const [state, setState] = useState<{ list: string; path: string[] }>({
    list,
    path: [],
  });
  const path = state.list === list ? state.path : [];
  const go = (next: string[]) => () => setState({ list, path: next });
  return {
    cursor: path.at(-1),
    number: path.length + 1,
    back: path.length > 0 ? go(path.slice(0, -1)) : null,
    forward: nextCursor => (nextCursor ? go([...path, nextCursor]) : null),
  };
}

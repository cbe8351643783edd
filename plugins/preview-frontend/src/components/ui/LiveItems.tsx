// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { Live } from '../../hooks/useLive';
import { ErrorPanel } from './ErrorPanel';
import { Loading } from './Loading';

/** A list that is loaded: what it says before, instead, and where it is empty. */
export function LiveItems<T>(props: {
  live: Pick<Live<{ items: T[] }>, 'value' | 'error' | 'reload'>;
  /** Room that is kept while it loads, in pixels. */
  height: number;
  /** In place of no items. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}) {
  const { live, height, empty, children } = props;
  const { value, error, reload } = live;
  return (
    <>
      {error !== undefined && <ErrorPanel error={error} onRetry={reload} />}
      {!value && error === undefined && <Loading height={height} />}
      {value && (value.items.length > 0 ? children(value.items) : empty)}
    </>
  );
}

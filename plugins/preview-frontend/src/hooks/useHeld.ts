// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from 'react';

/** A list of which some items stay although they have left it. */
export interface Held<T> {
  /** What has left it comes last. */
  shown: { item: T; left: boolean }[];
  /** Stable between renders; the answer lets go of the item. */
  hold: (item: T) => () => void;
}

/** Keeps what is held, for example by a dialog in which somebody writes. */
export function useHeld<T extends { id: string }>(items: T[]): Held<T> {
  const [held, setHeld] = useState<T[]>([]);
  const hold = useCallback((item: T) => {
    setHeld(known => [...known, item]);
    return () => setHeld(known => known.filter(each => each !== item));
  }, []);
  const left = held.filter(({ id }) => !items.some(item => item.id === id));
  return {
    shown: [
      ...items.map(item => ({ item, left: false })),
      ...left.map(item => ({ item, left: true })),
    ],
    hold,
  };
}

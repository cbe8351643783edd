// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext, useEffect } from 'react';

/**
 * Keeps a row on the screen although its item has left the list; the answer
 * lets go of it.
 */
export const HoldContext = createContext<() => () => void>(() => () => {});

/** Holds the row around the caller for as long as the caller is there. */
export function useHold(): void {
  const hold = useContext(HoldContext);
  useEffect(() => hold(), [hold]);
}

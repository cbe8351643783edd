// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';

/** Writes numbers as the reader's language groups their digits. */
export function useCount(): (number: number) => string {
  return useMemo(() => {
    const format = new Intl.NumberFormat();
    return number => format.format(number);
  }, []);
}

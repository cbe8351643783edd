// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { clockApiRef } from './ClockApi';

/** The text as it was once it had not changed for `millis`. */
export function useDebounced(text: string, millis: number): string {
  const clock = useApi(clockApiRef);
  const [settled, setSettled] = useState(text);
  useEffect(
    () => clock.after(millis, () => setSettled(text)),
    [clock, text, millis],
  );
  return settled;
}

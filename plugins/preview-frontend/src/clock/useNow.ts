// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { clockApiRef } from './ClockApi';

/** The present time in epoch milliseconds, renewed every `millis`. */
export function useNow(millis = 1000): number {
  const clock = useApi(clockApiRef);
  const [now, setNow] = useState(() => clock.now());
  useEffect(
    () => clock.every(millis, () => setNow(clock.now())),
    [clock, millis],
  );
  return now;
}

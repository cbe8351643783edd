// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { clockApiRef } from './ClockApi';

/** True once `active` has lasted for `millis`; false at once when it ends. */
export function useDelayed(active: boolean, millis: number): boolean {
  const clock = useApi(clockApiRef);
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    setElapsed(false);
    return active ? clock.after(millis, () => setElapsed(true)) : undefined;
  }, [clock, active, millis]);
  return active && elapsed;
}

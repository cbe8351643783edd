// SPDX-License-Identifier: Apache-2.0
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { clockApiRef } from '../clock/ClockApi';

/** Of which service, when; `until` empty = at one moment. */
export interface TrafficQuestion {
  service: string;
  /** ISO 8601. */
  at: string;
  /** ISO 8601, or empty. */
  until: string;
}

/** Where the parts stand in the address, apart from those of the filter. */
const NAMES = { service: 'of', at: 'at', until: 'until' } as const;

/** The question in the address; without a moment it is about now. */
export function useTrafficQuestion(): [
  TrafficQuestion,
  (part: Partial<TrafficQuestion>) => void,
] {
  const clock = useApi(clockApiRef);
  const [now] = useState(() => new Date(clock.now()).toISOString());
  const [params, setParams] = useSearchParams();
  const [service, at, until] = [
    params.get(NAMES.service) ?? '',
    params.get(NAMES.at) || now,
    params.get(NAMES.until) ?? '',
  ];
  const question = useMemo(
    () => ({ service, at, until }),
    [service, at, until],
  );
  const change = useCallback(
    (part: Partial<TrafficQuestion>) =>
      setParams(
        known => {
          const next = new URLSearchParams(known);
          for (const [name, value] of Object.entries(part)) {
            next.set(NAMES[name as keyof TrafficQuestion], value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [question, change];
}

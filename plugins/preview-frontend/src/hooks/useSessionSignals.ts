// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';

/** Says which previews changed, never how nor whose they are. */
export interface SessionSignal extends Record<string, string[]> {
  ids: string[];
}

/** For lists: any preview may have come to belong to them. */
export const LIST = { concerns: () => true, restMillis: 1000 };

/** For what signals say nothing about. */
export const noSignal = () => false;

const CHANNEL = 'preview:sessions';

/**
 * Calls back for each change of a preview. Subscribes by itself, since
 * `useSignal` keeps only the last message and two may arrive in one render.
 * Portals without signals never call back.
 */
export function useSessionSignals(callback: (signal: SessionSignal) => void) {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(() => {
    const subscription = signals?.subscribe<SessionSignal>(CHANNEL, signal =>
      latest.current(signal),
    );
    return () => subscription?.unsubscribe();
  }, [signals]);
}

// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { type Refusal, readRefusal } from '../model/refusal';

/** Something that may be refused: under way, or what was said against it. */
export interface Attempt {
  busy: boolean;
  refusal: Refusal | null;
  /** @returns `null` when it was refused */
  attempt: <T>(work: () => Promise<T>) => Promise<T | null>;
}

/** @param read - what an error says to the reader */
export function useAttempt(
  read: (error: unknown) => Refusal = readRefusal,
): Attempt {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const attempt: Attempt['attempt'] = async work => {
    setBusy(true);
    setRefusal(null);
    try {
      return await work();
    } catch (error) {
      setRefusal(read(error));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, attempt };
}

// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { isSilence, type Refusal, readRefusal } from '../model/refusal';
import { useWords } from '../translation/useWords';

/** Something that may be refused: under way, or what was said against it. */
export interface Attempt {
  busy: boolean;
  refusal: Refusal | null;
  /** @returns `null` when it was refused */
  attempt: <T>(work: () => Promise<T>) => Promise<T | null>;
}

/** @param explain - what an error says to the reader, where it is known */
export function useAttempt(
  explain: (error: unknown) => Partial<Refusal> | false = () => false,
): Attempt {
  const t = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const attempt: Attempt['attempt'] = async work => {
    setBusy(true);
    setRefusal(null);
    try {
      return await work();
    } catch (error) {
      setRefusal({
        ...readRefusal(error),
        ...(isSilence(error) && { message: t('ui.silence') }),
        ...explain(error),
      });
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, attempt };
}

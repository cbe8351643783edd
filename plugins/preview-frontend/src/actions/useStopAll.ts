// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useAnalytics, useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { useToast } from '../extensions/useToast';
import { type Refusal, readRefusal } from '../model/refusal';
import { useWords } from '../translation/useWords';

/** Ends what the reader may end of a key. */
export function useStopAll(key: string) {
  const api = useApi(previewApiRef);
  const toast = useToast();
  const t = useWords();
  const analytics = useAnalytics();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** @returns whether it was done */
  const stopAll = async (reason: string | undefined): Promise<boolean> => {
    setBusy(true);
    setRefusal(null);
    analytics.captureEvent('stop-all', key);
    try {
      const { stopped } = await api.stopEnvironment(key, { reason });
      toast({
        title: t('stopAll.done', { key, count: stopped.length }),
        status: 'success',
      });
      return true;
    } catch (error) {
      setRefusal(readRefusal(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, stopAll };
}

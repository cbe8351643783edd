// SPDX-License-Identifier: Apache-2.0
import { useAnalytics, useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { useToast } from '../extensions/useToast';
import { useWords } from '../translation/useWords';
import { useAttempt } from './useAttempt';

/** Ends what the reader may end of a key. */
export function useStopAll(key: string) {
  const api = useApi(previewApiRef);
  const toast = useToast();
  const t = useWords();
  const analytics = useAnalytics();
  const { busy, refusal, attempt } = useAttempt();
  /** @returns whether it was done */
  const stopAll = async (reason: string | undefined): Promise<boolean> => {
    analytics.captureEvent('stop-all', key);
    const done = await attempt(async () => {
      const { stopped } = await api.stopEnvironment(key, { reason });
      toast({
        title: t('stopAll.done', { key, count: stopped.length }),
        status: 'success',
      });
      return true;
    });
    return done ?? false;
  };
  return { busy, refusal, stopAll };
}

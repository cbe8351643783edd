// SPDX-License-Identifier: Apache-2.0
import { useAnalytics, useApi } from '@backstage/core-plugin-api';
import type { StartRequest } from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { useToast } from '../extensions/useToast';
import { useWords } from '../translation/useWords';
import { useAttempt } from './useAttempt';

/** Starting: the one verb that has no preview yet. */
export function useStart(name: string) {
  const api = useApi(previewApiRef);
  const toast = useToast();
  const t = useWords();
  const analytics = useAnalytics();
  const { busy, refusal, attempt } = useAttempt();
  const start = (request: StartRequest) => {
    analytics.captureEvent('start', request.entityRef);
    return attempt(async () => {
      const { session, outcome } = await api.start(request);
      const words = { key: session.key, name };
      toast({
        title: t(
          outcome === 'created' ? 'start.started' : `start.${outcome}`,
          words,
        ),
        status: outcome === 'keptStopped' ? 'warning' : 'success',
      });
      return session;
    });
  };
  return { busy, refusal, start };
}

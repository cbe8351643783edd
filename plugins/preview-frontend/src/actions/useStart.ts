// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useAnalytics, useApi } from '@backstage/core-plugin-api';
import type {
  PreviewSession,
  StartRequest,
} from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { useToast } from '../extensions/useToast';
import { type Refusal, readRefusal } from '../model/refusal';
import { useWords } from '../translation/useWords';

/** Starting: the one verb that has no preview yet. */
export function useStart(name: string) {
  const api = useApi(previewApiRef);
  const toast = useToast();
  const t = useWords();
  const analytics = useAnalytics();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const start = async (
    request: StartRequest,
  ): Promise<PreviewSession | null> => {
    setBusy(true);
    setRefusal(null);
    analytics.captureEvent('start', request.entityRef);
    try {
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
    } catch (error) {
      setRefusal(readRefusal(error));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, start };
}

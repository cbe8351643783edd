// SPDX-License-Identifier: Apache-2.0
import { useAnalytics, useApi } from '@backstage/core-plugin-api';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { clockApiRef } from '../clock/ClockApi';
import { useTimeFormat } from '../components/ui/useTimeFormat';
import { useToast } from '../extensions/useToast';
import type { Refusal } from '../model/refusal';
import { useWords } from '../translation/useWords';
import type { PreviewAction } from './types';
import { useAttempt } from './useAttempt';

/** An action on its way. */
export interface Run<Input> {
  busy: boolean;
  /** What the backend said when it did not do it. */
  refusal: Refusal | null;
  /** @returns whether it was done */
  run: (input: Input) => Promise<boolean>;
}

/** Runs an action, says what came of it, and hands on the new state. */
export function useRun<Input>(
  action: PreviewAction<Input>,
  session: PreviewSession,
  onChanged: (session: PreviewSession) => void,
): Run<Input> {
  const api = useApi(previewApiRef);
  const clock = useApi(clockApiRef);
  const toast = useToast();
  const t = useWords();
  const format = useTimeFormat();
  const analytics = useAnalytics();
  const { busy, refusal, attempt } = useAttempt();
  const run = async (input: Input) => {
    analytics.captureEvent(action.id, session.entityRef);
    const done = await attempt(async () => {
      const telling = { t, format, now: clock.now() };
      const result = await action.run(api, session, input, telling);
      onChanged(result.session);
      toast(result.toast);
      return true;
    });
    return done ?? false;
  };
  return { busy, refusal, run };
}

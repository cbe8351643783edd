// SPDX-License-Identifier: Apache-2.0
import { useWords } from '../translation/useWords';
import { saveStream, TooMuchToHold } from './saveStream';
import { useAttempt } from './useAttempt';

/** Fetches something and lets the reader save it as a file. */
export function useDownload() {
  const t = useWords();
  const { busy, refusal, attempt } = useAttempt(
    error =>
      error instanceof TooMuchToHold && {
        message: t('audit.export.tooMuch'),
        hint: t('audit.export.tooMuchHint'),
      },
  );
  const download = (fileName: string, ask: () => Promise<Response>) =>
    attempt(() => saveStream(fileName, ask));
  return { busy, refusal, download };
}

// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { Note } from '../ui';

/** Says when the cluster would not remove the preview as the portal will. */
export function BackstopNote({
  session,
}: {
  session: Pick<PreviewSession, 'backstop' | 'endedAt'>;
}) {
  const t = useWords();
  const { state } = session.backstop;
  if (session.endedAt || (state !== 'behind' && state !== 'unavailable')) {
    return null;
  }
  return <Note tone="warning">{t(`backstop.${state}`)}</Note>;
}

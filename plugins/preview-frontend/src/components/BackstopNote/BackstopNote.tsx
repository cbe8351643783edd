// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useDelayed } from '../../clock/useDelayed';
import { useWords } from '../../translation/useWords';
import { Note } from '../ui';

/** After an extension the cluster usually follows sooner than one can read. */
const FOLLOWS_MILLIS = 900;

/** Says when the cluster would not remove the preview as the portal will. */
export function BackstopNote({
  session,
}: {
  session: Pick<PreviewSession, 'backstop' | 'endedAt'>;
}) {
  const t = useWords();
  const { state } = session.backstop;
  const behind = useDelayed(state === 'behind', FOLLOWS_MILLIS);
  if (session.endedAt || !(behind || state === 'unavailable')) {
    return null;
  }
  return (
    <Note tone="warning">
      {t(behind ? 'backstop.behind' : 'backstop.unavailable')}
    </Note>
  );
}

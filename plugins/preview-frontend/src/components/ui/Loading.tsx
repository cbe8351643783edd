// SPDX-License-Identifier: Apache-2.0
import LinearProgress from '@material-ui/core/LinearProgress';
import { useDelayed } from '../../clock/useDelayed';
import { useWords } from '../../translation/useWords';

/** Below this nobody notices a wait, and a flash would only disturb. */
const PATIENCE_MILLIS = 300;

/** A sign of waiting that keeps its place from the start. */
export function Loading({ height }: { height: number }) {
  const t = useWords();
  const shown = useDelayed(true, PATIENCE_MILLIS);
  return (
    <div style={{ minHeight: height }} aria-busy>
      {shown && <LinearProgress aria-label={t('ui.loading')} />}
    </div>
  );
}

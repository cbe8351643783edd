// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import Button from '@material-ui/core/Button';
import StopIcon from '@material-ui/icons/Stop';
import { useWords } from '../../translation/useWords';
import { StopAllDialog } from './StopAllDialog';

/** Ends all previews of a key, after showing which these are. */
export function StopAllButton(props: {
  environmentKey: string;
  onStopped: () => void;
}) {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<StopIcon aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('stopAll.label')}
      </Button>
      {asking && <StopAllDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

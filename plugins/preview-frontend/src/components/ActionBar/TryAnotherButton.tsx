// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { restartAction } from '../../actions/restart';
import { useWords } from '../../translation/useWords';
import { ActionButton } from './ActionButton';
import { ImageDialog } from './ImageDialog';
import type { ActionProps } from './types';

/** Starts a preview again that failed or is over, with another image. */
export function TryAnotherButton(props: ActionProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionButton
        action={restartAction}
        label={t(
          props.session.endedAt ? 'action.restart.other' : 'failure.tryAnother',
        )}
        onClick={() => setOpen(true)}
      />
      {open && (
        <ImageDialog
          {...props}
          action={restartAction}
          title={t('action.restart.title', { key: props.session.key })}
          submit={t('action.restart.submit')}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

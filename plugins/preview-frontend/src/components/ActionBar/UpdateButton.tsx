// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { updateAction } from '../../actions/update';
import { useActionAllowed } from '../../actions/useActionAllowed';
import { useWords } from '../../translation/useWords';
import { ActionButton } from './ActionButton';
import { ImageDialog } from './ImageDialog';
import type { ActionProps } from './types';

/** Gives a running preview another image. */
export function UpdateButton(props: ActionProps) {
  const t = useWords();
  const allowed = useActionAllowed(updateAction, props.session, props.options);
  const [open, setOpen] = useState(false);
  return (
    <>
      {allowed && (
        <ActionButton action={updateAction} onClick={() => setOpen(true)} />
      )}
      {open && (
        <ImageDialog
          {...props}
          action={updateAction}
          title={t('action.update.title', { key: props.session.key })}
          submit={t('action.update.submit')}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { verdictOf } from '@preview-environments/backstage-plugin-preview-common';
import { stopAction } from '../../actions/stop';
import { useActionAllowed } from '../../actions/useActionAllowed';
import { useRun } from '../../actions/useRun';
import { useWords } from '../../translation/useWords';
import { SignOffSummary } from '../SignOffs/SignOffSummary';
import { FormDialog } from '../ui';
import { ActionButton } from './ActionButton';
import { RefusalNote } from './RefusalNote';
import type { ActionProps } from './types';

/** Stops a preview, after a question. */
export function StopButton(props: ActionProps) {
  const { session, options, onChanged, name } = props;
  const t = useWords();
  const allowed = useActionAllowed(stopAction, session, options);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, refusal, run } = useRun(stopAction, session, onChanged);
  const submit = async () => {
    if (await run({ reason: reason.trim() || undefined })) setOpen(false);
  };
  return (
    <>
      {allowed && (
        <ActionButton action={stopAction} onClick={() => setOpen(true)} />
      )}
      {open && (
        <FormDialog
          title={t('action.stop.title', { key: session.key, name })}
          submit={t('action.stop.submit')}
          cancel={t('action.stop.keep')}
          danger
          busy={busy}
          problem={allowed ? null : t('action.notNow')}
          onSubmit={submit}
          onClose={() => setOpen(false)}
        >
          <Typography variant="body1">{t('action.stop.text')}</Typography>
          {verdictOf(session.signOffs) && (
            <Typography variant="body2" component="div">
              {t('action.stop.signOffStays')}{' '}
              <SignOffSummary signOffs={session.signOffs} />
            </Typography>
          )}
          <TextField
            // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus to its first field
            autoFocus
            fullWidth
            label={t('start.reason')}
            helperText={t('start.reasonHelp')}
            value={reason}
            onChange={event => setReason(event.target.value)}
            inputProps={{ 'aria-label': t('start.reason') }}
          />
          <RefusalNote refusal={refusal} />
        </FormDialog>
      )}
    </>
  );
}

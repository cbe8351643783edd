// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import type { SignOffAction } from '../../actions/signOff';
import { useRun } from '../../actions/useRun';
import { nameOf } from '../../model/choice';
import { shortImage } from '../../model/image';
import { servingOf } from '../../model/serving';
import { useWords } from '../../translation/useWords';
import { RefusalNote } from '../ActionBar/RefusalNote';
import { FormDialog } from '../ui';

/** Asks for a comment and says what the decision is bound to. */
export function SignOffDialog(props: {
  session: PreviewSession;
  action: SignOffAction;
  onChanged: (session: PreviewSession) => void;
  onClose: () => void;
}) {
  const t = useWords();
  const { session, action, onChanged, onClose } = props;
  // What was looked at: another revision may come up while one writes.
  const [revision] = useState(session.revision);
  const [comment, setComment] = useState('');
  const { busy, refusal, run } = useRun(action, session, onChanged);
  const submit = async () => {
    if (await run({ revision, comment: comment.trim() || undefined })) {
      onClose();
    }
  };
  const needed = action.id === 'reject' && comment.trim() === '';
  return (
    <FormDialog
      title={t(`action.${action.id}.title`, {
        key: session.key,
        name: nameOf(session.entityRef),
      })}
      submit={t(`action.${action.id}.label`)}
      busy={busy}
      problem={needed ? t('signOff.needComment') : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t('signOff.bound', { image: shortImage(servingOf(session).image) })}
      </Typography>
      <TextField
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus to its first field
        autoFocus
        fullWidth
        multiline
        label={t('signOff.comment')}
        helperText={t('start.reasonHelp')}
        value={comment}
        onChange={event => setComment(event.target.value)}
        inputProps={{ 'aria-label': t('signOff.comment'), maxLength: 1000 }}
      />
      <RefusalNote refusal={refusal} />
    </FormDialog>
  );
}

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
  /** `false` while it cannot be signed off as it is. */
  possible?: boolean;
  action: SignOffAction;
  onChanged: (session: PreviewSession) => void;
  onClose: () => void;
}) {
  const t = useWords();
  const { session, possible = true, action, onChanged, onClose } = props;
  // What was looked at: another revision may come up while one writes.
  const [looked] = useState(session);
  const [comment, setComment] = useState('');
  const { busy, refusal, run } = useRun(action, session, onChanged);
  const submit = async () => {
    const revision = looked.servingRevision ?? looked.revision;
    if (await run({ revision, comment: comment.trim() || undefined })) {
      onClose();
    }
  };
  const needed = action.id === 'reject' && comment.trim() === '';
  const problem = () => {
    if (!possible) return t('action.notNow');
    return needed ? t('signOff.needComment') : null;
  };
  return (
    <FormDialog
      title={t(`action.${action.id}.title`, {
        key: session.key,
        name: nameOf(session.entityRef),
      })}
      submit={t(`action.${action.id}.label`)}
      busy={busy}
      problem={problem()}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t('signOff.bound', { image: shortImage(servingOf(looked).image) })}
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

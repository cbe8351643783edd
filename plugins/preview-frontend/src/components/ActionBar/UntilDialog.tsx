// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { DateTime } from 'luxon';
import TextField from '@material-ui/core/TextField';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import type { Refusal } from '../../model/refusal';
import { useWords } from '../../translation/useWords';
import { FormDialog } from '../ui';
import { RefusalNote } from './RefusalNote';

/** The form of `datetime-local`, in the zone of the browser. */
const LOCAL = "yyyy-MM-dd'T'HH:mm";

/** Asks for the moment until which a preview shall live. */
export function UntilDialog(props: {
  session: PreviewSession;
  busy: boolean;
  refusal: Refusal | null;
  onSubmit: (expiresAt: string) => void;
  onClose: () => void;
}) {
  const t = useWords();
  const now = useNow();
  const { key, expiresAt } = props.session;
  const [text, setText] = useState(() =>
    DateTime.fromISO(expiresAt ?? DateTime.fromMillis(now).toISO() ?? '')
      .plus({ hours: 1 })
      .toFormat(LOCAL),
  );
  const moment = DateTime.fromISO(text);
  const usable = moment.isValid && moment.toMillis() > now;
  return (
    <FormDialog
      title={t('action.extend.title', { key })}
      submit={t('action.extend.submit')}
      busy={props.busy}
      problem={usable ? null : t('action.extend.needTime')}
      onSubmit={() => props.onSubmit(moment.toUTC().toISO() ?? '')}
      onClose={props.onClose}
    >
      <TextField
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus to its first field
        autoFocus
        type="datetime-local"
        label={t('action.extend.untilLabel')}
        value={text}
        onChange={event => setText(event.target.value)}
        InputLabelProps={{ shrink: true }}
        inputProps={{ 'aria-label': t('action.extend.untilLabel') }}
      />
      <RefusalNote refusal={props.refusal} />
    </FormDialog>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { DateTime } from 'luxon';
import TextField from '@material-ui/core/TextField';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import type { Refusal } from '../../model/refusal';
import { useWords } from '../../translation/useWords';
import { FormDialog, Note, useTimeFormat } from '../ui';
import { RefusalNote } from './RefusalNote';

/** The form of `datetime-local`, in the zone of the browser. */
const LOCAL = "yyyy-MM-dd'T'HH:mm";

/** Asks for the moment until which a preview shall live. */
export function UntilDialog(props: {
  session: PreviewSession;
  /** Whether the preview can be extended as it is now. */
  possible: boolean;
  /** How far ahead the end may lie, in seconds, where that is known. */
  maxSeconds?: number;
  busy: boolean;
  refusal: Refusal | null;
  onSubmit: (expiresAt: string) => void;
  onClose: () => void;
}) {
  const t = useWords();
  const format = useTimeFormat();
  const now = useNow();
  const { key, expiresAt } = props.session;
  const [text, setText] = useState(() =>
    DateTime.fromISO(expiresAt ?? DateTime.fromMillis(now).toISO() ?? '')
      .plus({ hours: 1 })
      .toFormat(LOCAL),
  );
  const moment = DateTime.fromISO(text);
  const max = (props.maxSeconds ?? Infinity) * 1000;
  const problem = () => {
    if (!moment.isValid || moment.toMillis() <= now) {
      return t('action.extend.needTime');
    }
    return moment.toMillis() > now + max ? t('action.extend.tooLate') : null;
  };
  const shortens =
    problem() === null &&
    expiresAt !== null &&
    moment < DateTime.fromISO(expiresAt).startOf('minute');
  return (
    <FormDialog
      title={t('action.extend.title', { key })}
      submit={t(shortens ? 'action.extend.shorten' : 'action.extend.submit')}
      busy={props.busy}
      problem={props.possible ? problem() : t('action.notNow')}
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
        helperText={
          max < Infinity &&
          t('action.extend.max', {
            max: format.duration(max),
            time: format.short(new Date(now + max).toISOString(), now),
          })
        }
        InputLabelProps={{ shrink: true }}
        inputProps={{ 'aria-label': t('action.extend.untilLabel') }}
      />
      {shortens && (
        <Note tone="warning">
          {t('action.extend.sooner', { time: format.short(expiresAt, now) })}
        </Note>
      )}
      <RefusalNote refusal={props.refusal} />
    </FormDialog>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../../apis/previewApiRef';
import { useStopAll } from '../../actions/useStopAll';
import { nameOf } from '../../model/choice';
import { useWords } from '../../translation/useWords';
import { RefusalNote } from '../ActionBar/RefusalNote';
import { ErrorPanel, FormDialog, Loading } from '../ui';

/** Shows what Stop all would do before it does it. */
export function StopAllDialog(props: {
  environmentKey: string;
  onStopped: () => void;
  onClose: () => void;
}) {
  const { environmentKey: key, onStopped, onClose } = props;
  const t = useWords();
  const api = useApi(previewApiRef);
  const [reason, setReason] = useState('');
  const { busy, refusal, stopAll } = useStopAll(key);
  const { value, error } = useAsync(
    () => api.stopEnvironment(key, { dryRun: true }),
    [api, key],
  );
  const problem = () => {
    if (!value) return t(error ? 'stopAll.unknown' : 'stopAll.looking');
    return value.stopped.length === 0 ? t('stopAll.nothing') : null;
  };
  const submit = async () => {
    if (await stopAll(reason.trim() || undefined)) {
      onStopped();
      onClose();
    }
  };
  return (
    <FormDialog
      title={t('stopAll.title', { key })}
      submit={t('stopAll.submit', {
        number: String(value?.stopped.length ?? 0),
      })}
      cancel={t('action.stop.keep')}
      danger
      busy={busy}
      problem={problem()}
      onSubmit={submit}
      onClose={onClose}
    >
      {!value && !error && <Loading height={64} />}
      {error && <ErrorPanel error={error} />}
      {value && value.stopped.length > 0 && (
        <div>
          <Typography variant="body1">{t('stopAll.will')}</Typography>
          <ul>
            {value.stopped.map(({ id, entityRef }) => (
              <li key={id}>{nameOf(entityRef)}</li>
            ))}
          </ul>
        </div>
      )}
      {value && value.skipped.length > 0 && (
        <div>
          <Typography variant="body1">{t('stopAll.willNot')}</Typography>
          <ul>
            {value.skipped.map(({ id, entityRef, message }) => (
              <li key={id}>
                {nameOf(entityRef)}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextField
        fullWidth
        label={t('start.reason')}
        helperText={t('start.reasonHelp')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputProps={{ 'aria-label': t('start.reason') }}
      />
      <RefusalNote refusal={refusal} />
    </FormDialog>
  );
}

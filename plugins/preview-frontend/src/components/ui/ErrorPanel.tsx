// SPDX-License-Identifier: Apache-2.0
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { isSilence, readRefusal } from '../../model/refusal';
import { useWords } from '../../translation/useWords';
import { Note } from './Note';

/** What could not be loaded, why, and a way to try again. */
export function ErrorPanel(props: {
  title?: string;
  error: unknown;
  onRetry?: () => void;
}) {
  const t = useWords();
  const refusal = readRefusal(props.error);
  return (
    <Note tone="bad" role="alert">
      <Typography variant="subtitle2" component="p">
        {props.title ?? t('ui.errorTitle')}
      </Typography>
      <Typography variant="body2">
        {isSilence(props.error) ? t('ui.silence') : refusal.message}
      </Typography>
      {refusal.hint && <Typography variant="body2">{refusal.hint}</Typography>}
      {props.onRetry && (
        <Button
          size="small"
          variant="outlined"
          onClick={props.onRetry}
          style={{ marginTop: 8 }}
        >
          {t('ui.retry')}
        </Button>
      )}
    </Note>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/Done';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { clockApiRef } from '../../clock/ClockApi';
import { useWords } from '../../translation/useWords';
import { Note } from './Note';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.default,
    color: theme.palette.text.primary,
    minWidth: 0,
  },
  text: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    padding: theme.spacing(1, 1.5),
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    lineHeight: 1.6,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}));

const SHOWN_MILLIS = 2000;

/** Text to copy, with the button that does it. */
export function CopyBlock({ text, label }: { text: string; label: string }) {
  const t = useWords();
  const classes = useStyles();
  const clock = useApi(clockApiRef);
  const [copied, setCopied] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(
    () =>
      copied ? clock.after(SHOWN_MILLIS, () => setCopied(false)) : undefined,
    [clock, copied],
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const word = copied ? t('ui.copied') : t('ui.copy');
  return (
    <div style={{ minWidth: 0 }}>
      <div className={classes.root}>
        <pre className={classes.text}>{text}</pre>
        <IconButton
          size="small"
          style={{ margin: 4 }}
          onClick={copy}
          title={word}
          aria-label={`${word}: ${label}`}
        >
          {copied ? (
            <DoneIcon fontSize="small" />
          ) : (
            <CopyIcon fontSize="small" />
          )}
        </IconButton>
      </div>
      {failed && (
        <Note tone="warning" role="alert">
          {t('ui.copyFailed')}
        </Note>
      )}
    </div>
  );
}

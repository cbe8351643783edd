// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLogs } from '../../hooks/useLogs';
import { allLines } from '../../model/logLines';
import { useWords } from '../../translation/useWords';
import { ErrorPanel, Note } from '../ui';
import { LogControls, type LogView } from './LogControls';

const useStyles = makeStyles(theme => ({
  lines: {
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1.5),
    height: '22rem',
    overflow: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.default,
    color: theme.palette.text.primary,
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    lineHeight: 1.5,
  },
}));

/** The log of a preview, as it grows. */
export function LogViewer(props: {
  id: string;
  sessionKey: string;
  containers: string[];
  /** Whether more can come. */
  active: boolean;
  /** Whether the container has not started yet. */
  toCome: boolean;
}) {
  const { id, sessionKey, containers, active, toCome } = props;
  const t = useWords();
  const classes = useStyles();
  const [view, setView] = useState<LogView>({
    container: null,
    previous: false,
    follow: active,
    wrap: true,
  });
  const [attempt, setAttempt] = useState(0);
  const { container, previous, follow } = view;
  // Another container than the main one may be well ahead of it.
  const begun = !toCome || container !== null;
  const { log, state, error } = useLogs({
    id,
    container,
    previous,
    follow,
    begun,
    attempt,
  });
  const lines = allLines(log);
  const box = useRef<HTMLPreElement>(null);
  useEffect(() => {
    if (follow && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [follow, lines.length]);
  const again = () => setAttempt(attempt + 1);
  // What is over grows no longer, however it was looked at before.
  useEffect(() => {
    if (!active) setView(known => ({ ...known, follow: false }));
  }, [active]);
  return (
    <section aria-label={t('logs.title')}>
      <LogControls
        view={view}
        containers={containers}
        lines={lines}
        fileName={`${sessionKey}.log`}
        active={active}
        onChange={part => setView({ ...view, ...part })}
      />
      <pre
        ref={box}
        className={classes.lines}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has no mouse must be able to scroll it
        tabIndex={0}
        role="log"
        aria-label={t('logs.region')}
        aria-live="off"
        style={
          view.wrap ? { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } : {}
        }
      >
        {lines.join('\n')}
        {lines.length === 0 &&
          state === 'ended' &&
          error === undefined &&
          t('logs.empty')}
      </pre>
      {!begun && <Note tone="busy">{t('logs.toCome')}</Note>}
      {state === 'waiting' && error === undefined && (
        <Note tone="busy">{t('logs.reconnecting')}</Note>
      )}
      {state === 'stopped' && <Note tone="quiet">{t('logs.stopped')}</Note>}
      {error !== undefined ? (
        <ErrorPanel error={error} onRetry={again} />
      ) : (
        state === 'ended' && (
          <Typography variant="body2" component="div">
            {t('logs.ended')}{' '}
            <Button size="small" onClick={again}>
              {t('logs.again')}
            </Button>
          </Typography>
        )
      )}
    </section>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { verdictOf } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import type { ActionProps } from '../ActionBar/types';
import { SignOffSummary } from '../SignOffs/SignOffSummary';
import { Timeline } from '../Timeline/Timeline';
import { RowHeader } from './RowHeader';
import { SessionBody } from './SessionBody';
import { StartedBy } from './StartedBy';

const useStyles = makeStyles(theme => ({
  root: { overflow: 'hidden', minWidth: 0 },
  meta: {
    padding: theme.spacing(0, 2, 1, 2),
    color: theme.palette.text.secondary,
  },
  glance: { padding: theme.spacing(0, 2, 1.5, 2) },
  body: {
    padding: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** One preview: a line that opens in place. */
export function PreviewRow(props: ActionProps & { defaultOpen?: boolean }) {
  const { session, defaultOpen = false } = props;
  const t = useWords();
  const classes = useStyles();
  const id = useId();
  const [open, setOpen] = useState(defaultOpen);
  const coming =
    session.phase === 'provisioning' || session.phase === 'updating';
  return (
    <Paper variant="outlined" component="li" className={classes.root}>
      <RowHeader
        session={session}
        open={open}
        controls={id}
        onToggle={() => setOpen(!open)}
      />
      <Typography variant="body2" className={classes.meta}>
        <StartedBy session={session} />
        {session.endReason && ` · ${t(`endReason.${session.endReason}`)}`}
        {verdictOf(session.signOffs) && (
          <>
            {' · '}
            <SignOffSummary signOffs={session.signOffs} />
          </>
        )}
      </Typography>
      {!open && coming && (
        <div className={classes.glance}>
          <Timeline steps={session.steps} />
        </div>
      )}
      {!open && session.failure && session.phase === 'failed' && (
        <Typography variant="body2" className={classes.glance}>
          {session.failure.message}
        </Typography>
      )}
      {open && (
        <div id={id} className={classes.body}>
          <SessionBody {...props} />
        </div>
      )}
    </Paper>
  );
}

// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { AccessPanel } from '../AccessPanel/AccessPanel';
import { ActionBar } from '../ActionBar/ActionBar';
import type { ActionProps } from '../ActionBar/types';
import { VerifyButton } from '../ActionBar/VerifyButton';
import { BackstopNote } from '../BackstopNote/BackstopNote';
import { Differences } from '../Differences/Differences';
import { FailureCard } from '../FailureCard/FailureCard';
import { SessionLinks } from '../PreviewRow/SessionLinks';
import { SignOffs } from '../SignOffs/SignOffs';
import { Timeline } from '../Timeline/Timeline';
import { stillServing } from '../../model/serving';
import { useWords } from '../../translation/useWords';
import { AskedFor, hasAsked } from './AskedFor';
import { ClusterEvents } from './ClusterEvents';
import { ClusterSays } from './ClusterSays';
import { Pods } from './Pods';
import { Revisions } from './Revisions';
import { SessionEvents } from './SessionEvents';
import { SessionFacts } from './SessionFacts';
import { SessionHeader } from './SessionHeader';
import { SessionLogs } from './SessionLogs';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  part: { padding: theme.spacing(2), minWidth: 0 },
}));

/** Everything that is known of one preview. */
export function SessionView(props: ActionProps) {
  const { session, name, options } = props;
  const t = useWords();
  const classes = useStyles();
  const part = (content: ReactNode) => (
    <Paper variant="outlined" className={classes.part}>
      {content}
    </Paper>
  );
  const reachable = !session.endedAt && session.phase !== 'failed';
  return (
    <>
      <div className={classes.head}>
        <SessionHeader session={session} />
        <ActionBar {...props} />
      </div>
      <BackstopNote session={session} />
      <div className={classes.columns}>
        <div className={classes.column}>
          {session.failure &&
            part(
              <FailureCard
                failure={session.failure}
                stillServing={stillServing(session)}
              />,
            )}
          {part(
            <>
              <Typography variant="subtitle2" component="h3" gutterBottom>
                {t('timeline.title')}
              </Typography>
              <Timeline steps={session.steps} />
            </>,
          )}
          {part(<SessionLogs session={session} options={options} />)}
          {part(<ClusterEvents session={session} />)}
          <SessionEvents session={session} />
        </div>
        <div className={classes.column}>
          {reachable &&
            part(
              <AccessPanel session={session}>
                <VerifyButton {...props} />
              </AccessPanel>,
            )}
          {part(
            <>
              <Typography variant="subtitle2" component="h3" gutterBottom>
                {t('signOff.title')}
              </Typography>
              {session.signOffs.length === 0 && (
                <Typography variant="body2" gutterBottom>
                  {t('signOff.noneYet')}
                </Typography>
              )}
              <SignOffs {...props} />
            </>,
          )}
          {part(<SessionFacts session={session} />)}
          {hasAsked(session) && part(<AskedFor session={session} />)}
          {session.conditions.length > 0 &&
            part(<ClusterSays conditions={session.conditions} />)}
          {session.links.length > 0 && part(<SessionLinks session={session} />)}
          {part(
            <Differences name={name} items={session.differences} defaultOpen />,
          )}
          {part(<Pods pods={session.pods} />)}
          {part(<Revisions session={session} />)}
        </div>
      </div>
    </>
  );
}

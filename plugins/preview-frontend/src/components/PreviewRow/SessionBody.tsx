// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import type { ActionProps } from '../ActionBar/types';
import { ActionBar } from '../ActionBar/ActionBar';
import { VerifyButton } from '../ActionBar/VerifyButton';
import { AccessPanel } from '../AccessPanel/AccessPanel';
import { BackstopNote } from '../BackstopNote/BackstopNote';
import { Differences } from '../Differences/Differences';
import { FailureCard } from '../FailureCard/FailureCard';
import { Timeline } from '../Timeline/Timeline';
import { stillServing } from '../../model/serving';
import { useWords } from '../../translation/useWords';
import { Note } from '../ui';
import { SignOffs } from '../SignOffs/SignOffs';
import { SessionLinks } from './SessionLinks';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** Conditions that say what a ready preview is at. */
const STATES = ['Idle', 'Paused'];

/** Everything of a preview that its row shows when open. */
export function SessionBody(props: ActionProps) {
  const { session, name } = props;
  const t = useWords();
  const classes = useStyles();
  const over = session.endedAt !== null;
  // Before the pod is written down, nobody knows in what it will differ.
  const unknown = session.phase === 'provisioning';
  const reachable = !over && session.phase !== 'failed';
  return (
    <div className={classes.root}>
      {session.readOnly && <Note tone="quiet">{t('row.readOnly')}</Note>}
      {session.conditions
        .filter(({ type }) => STATES.includes(type))
        .map(({ type, message }) => (
          <Note key={type} tone="quiet">
            {message}
          </Note>
        ))}
      {session.failure && (
        <FailureCard
          failure={session.failure}
          stillServing={stillServing(session)}
        />
      )}
      {reachable && (
        <AccessPanel session={session}>
          <VerifyButton {...props} />
        </AccessPanel>
      )}
      <ActionBar {...props} />
      <BackstopNote session={session} />
      <Timeline steps={session.steps} />
      {!(unknown && session.differences.length === 0) && (
        <Differences name={name} items={session.differences} />
      )}
      <SignOffs {...props} />
      <SessionLinks session={session} withPage />
    </div>
  );
}

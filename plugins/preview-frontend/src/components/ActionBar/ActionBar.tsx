// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import { extendAction } from '../../actions/extend';
import { restartAction } from '../../actions/restart';
import { stopAction } from '../../actions/stop';
import { updateAction } from '../../actions/update';
import { useActionAllowed } from '../../actions/useActionAllowed';
import { ExtendButton } from './ExtendButton';
import { RestartButton } from './RestartButton';
import { StopButton } from './StopButton';
import { TryAnotherButton } from './TryAnotherButton';
import { UpdateButton } from './UpdateButton';
import type { ActionProps } from './types';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    '&:empty': { display: 'none' },
  },
}));

/** The buttons that fit a preview and that its reader may use. */
export function ActionBar(props: ActionProps) {
  const { session, options } = props;
  const classes = useStyles();
  const mayUpdate = useActionAllowed(updateAction, session, options);
  const mayExtend = useActionAllowed(extendAction, session, options);
  const mayStop = useActionAllowed(stopAction, session, options);
  const mayRestart = useActionAllowed(restartAction, session, options);
  return (
    <div className={classes.root}>
      {mayUpdate && <UpdateButton {...props} />}
      {mayRestart && <TryAnotherButton {...props} />}
      {mayRestart && <RestartButton {...props} />}
      {mayExtend && <ExtendButton {...props} />}
      {mayStop && <StopButton {...props} />}
    </div>
  );
}

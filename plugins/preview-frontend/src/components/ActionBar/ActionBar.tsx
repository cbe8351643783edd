// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
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

/**
 * The buttons that fit a preview and that its reader may use. The dialog of
 * one stays open while its button is away: what was typed is not lost.
 */
export function ActionBar(props: ActionProps) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <UpdateButton {...props} />
      <TryAnotherButton {...props} />
      <RestartButton {...props} />
      <ExtendButton {...props} />
      <StopButton {...props} />
    </div>
  );
}

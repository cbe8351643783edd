// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { Tone } from '../../model/phases';
import { ToneIcon } from './ToneIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'flex-start',
    ...theme.typography.body2,
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
}));

/** One sentence that matters, with the sign of its tone. */
export function Note(props: {
  tone: Tone;
  role?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root} role={props.role}>
      <ToneIcon tone={props.tone} />
      <div className={classes.text}>{props.children}</div>
    </div>
  );
}

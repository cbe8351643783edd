// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    width: '100%',
    textAlign: 'left',
    justifyItems: 'start',
    ...theme.typography.body2,
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
}));

/** A line that opens more below itself. */
export function OpeningLine(props: {
  /** How its parts are laid out. */
  className: string;
  open: boolean;
  /** Id of what it opens. */
  controls: string;
  onToggle: () => void;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { className, open, controls, onToggle, children } = props;
  return (
    <ButtonBase
      className={`${classes.root} ${className}`}
      onClick={onToggle}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
    >
      {children}
    </ButtonBase>
  );
}

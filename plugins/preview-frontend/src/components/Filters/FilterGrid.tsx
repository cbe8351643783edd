// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';

const useStyles = makeStyles<Theme, { min: string }>(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: ({ min }) => `repeat(auto-fill, minmax(${min}, 1fr))`,
    gap: theme.spacing(1.5),
    minWidth: 0,
    // The theme's grey is too faint on the grey of the page.
    '& .MuiFormLabel-root': { color: theme.palette.text.primary },
  },
}));

/** Fields side by side, as many as fit. */
export function FilterGrid(props: {
  label: string;
  /** The narrowest that a field may be. */
  min?: string;
  children: ReactNode;
}) {
  const classes = useStyles({ min: props.min ?? '9.5rem' });
  return (
    <div role="search" aria-label={props.label} className={classes.root}>
      {props.children}
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))',
    gap: theme.spacing(1.5),
    minWidth: 0,
  },
}));

/** Fields side by side, as many as fit. */
export function FilterGrid(props: { label: string; children: ReactNode }) {
  return (
    <div role="search" aria-label={props.label} className={useStyles().root}>
      {props.children}
    </div>
  );
}

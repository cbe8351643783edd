// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { EnvironmentSummary } from '@preview-environments/backstage-plugin-preview-common';
import { EnvironmentBody } from './EnvironmentBody';
import { EnvironmentHeader } from './EnvironmentHeader';

const useStyles = makeStyles(theme => ({
  root: {
    minWidth: 0,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    marginTop: -1,
  },
  body: {
    padding: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** All previews of one key: a line that opens in place. */
export function EnvironmentRow(props: {
  environment: EnvironmentSummary;
  open: boolean;
  onToggle: () => void;
  onChanged: () => void;
}) {
  const classes = useStyles();
  const id = useId();
  const { environment, open, onToggle, onChanged } = props;
  return (
    <li className={classes.root}>
      <EnvironmentHeader
        environment={environment}
        open={open}
        controls={id}
        onToggle={onToggle}
      />
      {open && (
        <div id={id} className={classes.body}>
          <EnvironmentBody environment={environment} onChanged={onChanged} />
        </div>
      )}
    </li>
  );
}

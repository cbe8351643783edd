// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useEntityOptions } from '../../hooks/useEntityOptions';
import { SessionLinks } from '../PreviewRow/SessionLinks';
import { StartedBy } from '../PreviewRow/StartedBy';
import { SignOffs } from '../SignOffs/SignOffs';
import { PreviewImage, StatusChip, TimeLeft } from '../ui';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(0.5),
    minWidth: 0,
    paddingTop: theme.spacing(1.5),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
}));

/** One service of an environment. */
export function EnvironmentService(props: {
  session: PreviewSession;
  onChanged: () => void;
}) {
  const classes = useStyles();
  const { session, onChanged } = props;
  const { value: options } = useEntityOptions(session.entityRef);
  return (
    <li className={classes.root}>
      <Typography variant="body2" component="div" className={classes.head}>
        <strong>
          <EntityRefLink entityRef={session.entityRef} hideIcon />
        </strong>
        <StatusChip phase={session.phase} />
        <PreviewImage session={session} />
        <TimeLeft session={session} />
      </Typography>
      <Typography variant="body2" color="textSecondary">
        <StartedBy session={session} />
      </Typography>
      {session.failure && (
        <Typography variant="body2">{session.failure.message}</Typography>
      )}
      <SessionLinks session={session} withPage />
      <SignOffs session={session} options={options} onChanged={onChanged} />
    </li>
  );
}

// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { StartedBy } from '../PreviewRow/StartedBy';
import { StatusChip, TimeLeft } from '../ui';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(0.5), minWidth: 0 },
  title: { overflowWrap: 'anywhere' },
  state: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
}));

/** Which preview of which service this is, and how it stands. */
export function SessionHeader({ session }: { session: PreviewSession }) {
  const t = useWords();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="h5" component="h2" className={classes.title}>
        {session.key}{' '}
        <Typography component="span" variant="body1">
          {t('page.of')}{' '}
          <EntityRefLink entityRef={session.entityRef} hideIcon />
        </Typography>
      </Typography>
      <Typography variant="body2" component="div" className={classes.state}>
        <StatusChip phase={session.phase} />
        <TimeLeft session={session} />
        {session.endReason && (
          <span>
            {t('page.endedBecause', {
              reason: t(`endReason.${session.endReason}`),
            })}
          </span>
        )}
      </Typography>
      <Typography variant="body2">
        <StartedBy session={session} />
      </Typography>
    </div>
  );
}

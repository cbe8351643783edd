// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { EnvironmentSummary } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { ActorLink } from '../ui';
import { EnvironmentRecipe } from './EnvironmentRecipe';
import { EnvironmentService } from './EnvironmentService';
import { StopAllButton } from './StopAllButton';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  services: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1.5),
  },
}));

/** Services of an environment, how to reach them all, and how to end them. */
export function EnvironmentBody(props: {
  environment: EnvironmentSummary;
  onChanged: () => void;
}) {
  const t = useWords();
  const classes = useStyles();
  const { environment, onChanged } = props;
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography variant="body2">
          {t('environments.owner')} <ActorLink actor={environment.ownerRef} />
        </Typography>
        <StopAllButton environmentKey={environment.key} onStopped={onChanged} />
      </div>
      <EnvironmentRecipe sessions={environment.sessions} />
      <ul
        className={classes.services}
        aria-label={t('environments.servicesOf', { key: environment.key })}
      >
        {environment.sessions.map(session => (
          <EnvironmentService
            key={session.id}
            session={session}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </div>
  );
}

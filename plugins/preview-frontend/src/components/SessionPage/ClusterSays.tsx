// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Condition } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { Moment } from '../ui';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(0.75),
    ...theme.typography.body2,
    overflowWrap: 'anywhere',
  },
  aside: { color: theme.palette.text.secondary },
}));

/** What was last seen in the cluster, in its own words. */
export function ClusterSays({ conditions }: { conditions: Condition[] }) {
  const t = useWords();
  const classes = useStyles();
  return (
    <section aria-label={t('page.clusterSays')}>
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {t('page.clusterSays')}
      </Typography>
      <ul className={classes.list}>
        {conditions.map(({ type, status, reason, message, at }) => (
          <li key={type}>
            <strong>{type}</strong> {status}
            {reason && ` (${reason})`}{' '}
            <span className={classes.aside}>
              <Moment at={at} />
            </span>
            {message && <div>{message}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}

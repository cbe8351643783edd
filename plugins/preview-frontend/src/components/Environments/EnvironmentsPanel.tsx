// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useMyRefs } from '../../hooks/useMyRefs';
import { usePreviewFilter } from '../../hooks/usePreviewFilter';
import { useWords } from '../../translation/useWords';
import { Loading } from '../ui';
import { EndedPage } from './EndedPage';
import { RunningPage } from './RunningPage';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** Previews across services, by key: what runs, or what is over. */
export function EnvironmentsPanel() {
  const t = useWords();
  const classes = useStyles();
  const mine = useMyRefs();
  const [filter, change] = usePreviewFilter();
  const Shown = filter.state === 'ended' ? EndedPage : RunningPage;
  return (
    <div className={classes.root}>
      <Typography variant="h5" component="h2">
        {t('environments.title')}
      </Typography>
      {mine ? (
        <Shown filter={filter} mine={mine} onFilter={change} />
      ) : (
        <Loading height={96} />
      )}
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  verdictOf,
  type PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { useActiveSessions } from '../../hooks/useEntitySessions';
import { sessionRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';
import { SignOffSummary } from '../SignOffs/SignOffSummary';
import { ErrorPanel, Loading, StatusChip, TimeLeft } from '../ui';

/** As many as a card shows without growing out of its row. */
const SHOWN = 4;

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    ...theme.typography.body2,
  },
  state: { minWidth: '5rem' },
  more: { marginTop: theme.spacing(1) },
  key: { flex: 1, minWidth: '5rem', overflowWrap: 'anywhere' },
  left: { marginLeft: 'auto' },
}));

function Item({ session }: { session: PreviewSession }) {
  const classes = useStyles();
  const sessionRoute = useRouteRef(sessionRouteRef);
  const { id, key, phase } = session;
  return (
    <li className={classes.item}>
      <span className={classes.state}>
        <StatusChip phase={phase} />
      </span>
      <span className={classes.key}>
        {sessionRoute ? <Link to={sessionRoute({ id })}>{key}</Link> : key}
      </span>
      {verdictOf(session.signOffs) && (
        <SignOffSummary signOffs={session.signOffs} />
      )}
      <span className={classes.left}>
        <TimeLeft session={session} />
      </span>
    </li>
  );
}

/** The newest previews of a service, each with its state and time left. */
export function CardBody(props: { entityRef: string; name: string }) {
  const t = useWords();
  const classes = useStyles();
  const { value, error, reload } = useActiveSessions(props.entityRef);
  if (!value) {
    return error === undefined ? (
      <Loading height={48} />
    ) : (
      <ErrorPanel error={error} onRetry={reload} />
    );
  }
  if (value.length === 0) {
    return <Typography variant="body2">{t('card.empty')}</Typography>;
  }
  return (
    <>
      <ul
        className={classes.list}
        aria-label={t('tab.active', { name: props.name })}
      >
        {value.slice(0, SHOWN).map(session => (
          <Item key={session.id} session={session} />
        ))}
      </ul>
      {value.length > SHOWN && (
        <Typography variant="body2" className={classes.more}>
          {t('card.more', { number: String(value.length - SHOWN) })}
        </Typography>
      )}
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ClusterEvent,
  ClusterEvents as Answer,
} from '@preview-environments/backstage-plugin-preview-common';
import { useClusterEvents } from '../../hooks/useClusterEvents';
import { useWords } from '../../translation/useWords';
import { LiveItems, Moment, PlainTable, ToneIcon } from '../ui';

const useStyles = makeStyles(theme => ({
  message: {
    minWidth: 160,
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    lineHeight: 1.43,
  },
  reason: { lineHeight: 1.43 },
  warning: { display: 'inline-flex', alignItems: 'center', gap: 4 },
  aside: { color: theme.palette.text.secondary },
}));

const EMPTY = {
  live: 'page.noClusterEvents',
  over: 'page.clusterEventsOver',
  unsupported: 'page.clusterEventsUnsupported',
} as const satisfies Record<Answer['state'], string>;

function Reason({ event }: { event: ClusterEvent }) {
  const classes = useStyles();
  return (
    <div className={classes.reason}>
      {event.type === 'Warning' ? (
        <strong className={classes.warning}>
          <ToneIcon tone="warning" /> {event.reason}
        </strong>
      ) : (
        event.reason
      )}
      <div className={classes.aside}>
        <Moment at={event.lastAt} />
      </div>
    </div>
  );
}

function Message({ event }: { event: ClusterEvent }) {
  const t = useWords();
  const classes = useStyles();
  const { kind, name } = event.object;
  return (
    <div className={classes.message}>
      {event.message}
      {event.count > 1 &&
        ` (${t('page.clusterEvent.times', { number: String(event.count) })})`}
      <div className={classes.aside}>{`${kind.toLowerCase()}/${name}`}</div>
    </div>
  );
}

function Events({ events }: { events: ClusterEvent[] }) {
  const t = useWords();
  return (
    <PlainTable
      label={t('page.clusterEvents')}
      head={[t('page.clusterEvent.reason'), t('page.clusterEvent.message')]}
      rows={events.map(event => ({
        id: event.id,
        cells: [
          <Reason key="reason" event={event} />,
          <Message key="message" event={event} />,
        ],
      }))}
    />
  );
}

/** What the cluster's own components say about a preview that is there. */
export function ClusterEvents({ session }: { session: { id: string } }) {
  const t = useWords();
  const live = useClusterEvents(session.id);
  const { state = 'live' } = live.value ?? {};
  return (
    <>
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {t('page.clusterEvents')}
      </Typography>
      <LiveItems
        live={live}
        height={96}
        empty={<Typography variant="body2">{t(EMPTY[state])}</Typography>}
      >
        {events => <Events events={events} />}
      </LiveItems>
    </>
  );
}

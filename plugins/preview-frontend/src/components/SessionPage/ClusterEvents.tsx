// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ClusterEvent,
  ClusterEvents as Answer,
} from '@preview-environments/backstage-plugin-preview-common';
import { useClusterEvents } from '../../hooks/useClusterEvents';
import { useWords } from '../../translation/useWords';
import { ErrorPanel, Loading, Moment, PlainTable, ToneIcon } from '../ui';

const useStyles = makeStyles({
  message: {
    minWidth: 240,
    maxWidth: 480,
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  warning: { display: 'inline-flex', alignItems: 'center', gap: 4 },
});

const EMPTY = {
  live: 'page.noClusterEvents',
  over: 'page.clusterEventsOver',
  unsupported: 'page.clusterEventsUnsupported',
} as const satisfies Record<Answer['state'], string>;

function Reason({ event }: { event: ClusterEvent }) {
  const classes = useStyles();
  return event.type === 'Warning' ? (
    <strong className={classes.warning}>
      <ToneIcon tone="warning" /> {event.reason}
    </strong>
  ) : (
    <>{event.reason}</>
  );
}

function Events({ events }: { events: ClusterEvent[] }) {
  const t = useWords();
  const classes = useStyles();
  return (
    <PlainTable
      label={t('page.clusterEvents')}
      head={[
        t('page.clusterEvent.last'),
        t('page.clusterEvent.reason'),
        t('page.clusterEvent.message'),
        t('page.clusterEvent.object'),
      ]}
      rows={events.map(event => ({
        id: event.id,
        cells: [
          <Moment key="last" at={event.lastAt} />,
          <Reason key="reason" event={event} />,
          <div key="message" className={classes.message}>
            {event.message}
            {event.count > 1 &&
              ` (${t('page.clusterEvent.times', {
                number: String(event.count),
              })})`}
          </div>,
          `${event.object.kind.toLowerCase()}/${event.object.name}`,
        ],
      }))}
    />
  );
}

/** What the cluster's own components say about a preview that is there. */
export function ClusterEvents({ session }: { session: { id: string } }) {
  const t = useWords();
  const { value, error, reload } = useClusterEvents(session.id);
  return (
    <>
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {t('page.clusterEvents')}
      </Typography>
      {error !== undefined && <ErrorPanel error={error} onRetry={reload} />}
      {!value && error === undefined && <Loading height={96} />}
      {value?.items.length === 0 && (
        <Typography variant="body2">{t(EMPTY[value.state])}</Typography>
      )}
      {value && value.items.length > 0 && <Events events={value.items} />}
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  formatFilter,
  type TrafficInterval,
  type TrafficQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import { useTraffic } from '../../hooks/useTraffic';
import { shortImage } from '../../model/image';
import { sessionRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';
import {
  ActorLink,
  ErrorPanel,
  Loading,
  Note,
  PlainTable,
  useTimeFormat,
} from '../ui';
import { TrafficChart } from './TrafficChart';

const COLUMNS = [
  'key',
  'image',
  'digest',
  'filter',
  'startedBy',
  'imageBy',
  'from',
  'to',
] as const;

/** Previews that could receive traffic, as a table and over time. */
export function TrafficAnswer({ query }: { query: TrafficQuery }) {
  const t = useWords();
  const format = useTimeFormat();
  const sessionRoute = useRouteRef(sessionRouteRef);
  const { value: page, error, reload } = useTraffic(query);
  if (!page) {
    return error === undefined ? (
      <Loading height={120} />
    ) : (
      <ErrorPanel error={error} onRetry={reload} />
    );
  }
  if (page.items.length === 0) {
    return <Note tone="quiet">{t('traffic.none')}</Note>;
  }
  const cells = (each: TrafficInterval) => [
    <Link key="key" to={sessionRoute?.({ id: each.sessionId }) ?? ''}>
      {each.key}
    </Link>,
    <span key="image" title={each.image}>
      {shortImage(each.image)}
    </span>,
    <span key="digest" title={each.imageDigest ?? undefined}>
      {each.imageDigest?.replace(/^sha256:/, '').slice(0, 12) ?? '–'}
    </span>,
    each.filter === null
      ? t('traffic.everything')
      : formatFilter(each.filter, each.key),
    <span key="by">
      <ActorLink actor={each.startedBy} />
      {each.claimedActor &&
        ` ${t('row.onBehalf', { person: each.claimedActor })}`}
    </span>,
    <ActorLink key="imageBy" actor={each.imageBy} />,
    format.exact(each.from),
    each.to ? format.exact(each.to) : t('traffic.lasting'),
  ];
  return (
    <>
      <TrafficChart page={page} />
      <PlainTable
        label={t('traffic.table')}
        head={COLUMNS.map(name => t(`traffic.column.${name}`))}
        rows={page.items.map(each => ({
          id: `${each.sessionId} ${each.revision} ${each.from}`,
          cells: cells(each),
        }))}
      />
      {page.nextCursor && (
        <Typography variant="body2">
          {t('traffic.more', { number: String(page.items.length) })}
        </Typography>
      )}
    </>
  );
}

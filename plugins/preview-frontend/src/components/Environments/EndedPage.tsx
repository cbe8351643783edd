// SPDX-License-Identifier: Apache-2.0
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useEndedPage } from '../../hooks/useEnvironments';
import { usePages } from '../../hooks/usePages';
import { shortImage } from '../../model/image';
import { writeFilter } from '../../model/previewFilter';
import { sessionRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';
import { SignOffSummary } from '../SignOffs/SignOffSummary';
import { ActorLink, LiveItems, Moment, Pager, PlainTable } from '../ui';
import { EnvironmentFilters } from './EnvironmentFilters';
import { NothingFound } from './NothingFound';
import type { FilteredProps } from './types';

const COLUMNS = [
  'key',
  'service',
  'image',
  'startedBy',
  'ended',
  'why',
  'signOff',
] as const;

/** Previews that are over, to look at or to start again from their page. */
export function EndedPage({ filter, mine, onFilter }: FilteredProps) {
  const t = useWords();
  const sessionRoute = useRouteRef(sessionRouteRef);
  const pages = usePages(writeFilter(filter).toString());
  const live = useEndedPage(filter, mine, pages.cursor);
  const { value } = live;
  const cells = (session: PreviewSession) => [
    <Link key="key" to={sessionRoute?.({ id: session.id }) ?? ''}>
      {session.key}
    </Link>,
    <EntityRefLink key="service" entityRef={session.entityRef} hideIcon />,
    <span key="image" title={session.image}>
      {shortImage(session.image)}
    </span>,
    <ActorLink key="by" actor={session.createdBy} />,
    session.endedAt && <Moment key="ended" at={session.endedAt} />,
    session.endReason && t(`endReason.${session.endReason}`),
    <SignOffSummary key="signOff" signOffs={session.signOffs} />,
  ];
  return (
    <>
      <EnvironmentFilters
        filter={filter}
        clusters={[
          ...new Set(value?.items.map(({ cluster }) => cluster)),
        ].sort()}
        onChange={onFilter}
      />
      <LiveItems
        live={live}
        height={240}
        empty={<NothingFound filter={filter} onFilter={onFilter} />}
      >
        {sessions => (
          <PlainTable
            label={t('environments.endedList')}
            head={COLUMNS.map(name => t(`environments.column.${name}`))}
            rows={sessions.map(session => ({
              id: session.id,
              cells: cells(session),
            }))}
          />
        )}
      </LiveItems>
      {value && (
        <Pager
          label={t('environments.endedList')}
          pages={pages}
          nextCursor={value.nextCursor}
          count={value.count ?? null}
        />
      )}
    </>
  );
}

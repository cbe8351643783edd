// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useVisibleSessions } from '../../hooks/useVisibleSessions';
import { shortImage } from '../../model/image';
import { sessionRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';
import {
  ActorLink,
  ErrorPanel,
  Loading,
  PlainTable,
  StatusChip,
  TimeLeft,
} from '../ui';

/** Every running preview that the reader may see. */
export function SessionList() {
  const t = useWords();
  const sessionRoute = useRouteRef(sessionRouteRef);
  const { value, error, reload } = useVisibleSessions();
  return (
    <>
      {error !== undefined && <ErrorPanel error={error} onRetry={reload} />}
      {!value && error === undefined && <Loading height={96} />}
      {value?.length === 0 && (
        <Typography variant="body1">{t('list.empty')}</Typography>
      )}
      {value && value.length > 0 && (
        <PlainTable
          label={t('list.caption')}
          head={[
            t('list.key'),
            t('list.service'),
            t('list.state'),
            t('list.image'),
            t('list.startedBy'),
            t('list.left'),
          ]}
          rows={value.map(session => ({
            id: session.id,
            cells: [
              sessionRoute ? (
                <Link key="key" to={sessionRoute({ id: session.id })}>
                  {session.key}
                </Link>
              ) : (
                session.key
              ),
              <EntityRefLink
                key="service"
                entityRef={session.entityRef}
                hideIcon
              />,
              <StatusChip key="state" phase={session.phase} />,
              <span key="image" title={session.image}>
                {shortImage(session.image)}
              </span>,
              <ActorLink key="by" actor={session.createdBy} />,
              <TimeLeft key="left" session={session} />,
            ],
          }))}
        />
      )}
    </>
  );
}

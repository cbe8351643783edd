// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { ActorLink, Moment } from '../ui';

/** Who started a preview, when, through what, and where it runs. */
export function StartedBy({ session }: { session: PreviewSession }) {
  const t = useWords();
  const { createdBy, claimedActor, createdAt, via, cluster, namespace } =
    session;
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {t('row.startedBy')} <ActorLink actor={createdBy} />
      {claimedActor && ` ${t('row.onBehalf', { person: claimedActor })}`}{' '}
      {via !== 'portal' && `${t(`row.via.${via}`)} `}
      <Moment at={createdAt} />
      {` · ${cluster} / ${namespace}`}
    </span>
  );
}

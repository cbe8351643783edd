// SPDX-License-Identifier: Apache-2.0
import { useParams } from 'react-router-dom';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useEntityOptions } from '../../hooks/useEntityOptions';
import type { Live } from '../../hooks/useLive';
import { useSession } from '../../hooks/useSession';
import { ErrorPanel, Loading } from '../ui';
import { SessionView } from './SessionView';

function Loaded(props: {
  session: PreviewSession;
  live: Live<PreviewSession>;
}) {
  const { session, live } = props;
  const { primaryTitle } = useEntityPresentation(session.entityRef);
  const options = useEntityOptions(session.entityRef);
  return (
    <SessionView
      session={session}
      name={primaryTitle}
      options={options.value}
      onChanged={changed => live.patch(() => changed)}
    />
  );
}

/** One preview by its id. */
export function SessionPanel({ id }: { id: string }) {
  const live = useSession(id);
  return (
    <>
      {live.error !== undefined && (
        <ErrorPanel error={live.error} onRetry={live.reload} />
      )}
      {live.value && <Loaded session={live.value} live={live} />}
      {!live.value && live.error === undefined && <Loading height={240} />}
    </>
  );
}

/** The page behind the permalink of a preview. */
export function SessionPage() {
  const { id = '' } = useParams();
  return <SessionPanel id={id} />;
}

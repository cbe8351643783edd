// SPDX-License-Identifier: Apache-2.0
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { useEntityOptions } from '../../hooks/useEntityOptions';
import type { Live } from '../../hooks/useLive';
import { useSession } from '../../hooks/useSession';
import { sessionRouteRef } from '../../routes';
import { ErrorPanel, Loading } from '../ui';
import { SessionView } from './SessionView';

function Loaded(props: {
  session: PreviewSession;
  live: Live<PreviewSession>;
  asked: string | null;
  onAsked?: () => void;
}) {
  const { session, live, asked, onAsked } = props;
  const { primaryTitle } = useEntityPresentation(session.entityRef);
  const options = useEntityOptions(session.entityRef);
  const navigate = useNavigate();
  const sessionRoute = useRouteRef(sessionRouteRef);
  const show = (changed: PreviewSession) => {
    // What was started again is another preview, with a page of its own.
    if (changed.id !== session.id) navigate(sessionRoute({ id: changed.id }));
    else live.patch(() => changed);
  };
  return (
    <SessionView
      session={session}
      name={primaryTitle}
      options={options.value}
      asked={asked}
      onAsked={onAsked}
      onChanged={show}
    />
  );
}

/**
 * One preview by its id.
 *
 * @param props - `asked`: an action that the address asks for, which is then
 * open from the beginning; `onAsked`: told when it is
 */
export function SessionPanel(props: {
  id: string;
  asked?: string | null;
  onAsked?: () => void;
}) {
  const { id, asked = null, onAsked } = props;
  const live = useSession(id);
  return (
    <>
      {live.error !== undefined && (
        <ErrorPanel error={live.error} onRetry={live.reload} />
      )}
      {live.value && (
        <Loaded
          session={live.value}
          live={live}
          asked={asked}
          onAsked={onAsked}
        />
      )}
      {!live.value && live.error === undefined && <Loading height={240} />}
    </>
  );
}

/** The page behind the permalink of a preview. */
export function SessionPage() {
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  // Once it is on the screen the address is the page's own again: neither a
  // reload nor the way back asks once more, and the same link does.
  const forget = () =>
    setParams(
      known => {
        known.delete('action');
        return known;
      },
      { replace: true },
    );
  return (
    <SessionPanel
      key={id}
      id={id}
      asked={params.get('action')}
      onAsked={forget}
    />
  );
}

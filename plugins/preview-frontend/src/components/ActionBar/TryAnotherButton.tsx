// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { restartAction } from '../../actions/restart';
import { useActionAllowed } from '../../actions/useActionAllowed';
import { usePresent } from '../../actions/usePresent';
import { useWords } from '../../translation/useWords';
import { ActionButton } from './ActionButton';
import { ImageDialog } from './ImageDialog';
import { RefusalNote } from './RefusalNote';
import type { ActionProps } from './types';

/** Starts a preview again that failed or is over, with another image. */
export function TryAnotherButton(props: ActionProps) {
  const { session, options } = props;
  const t = useWords();
  const allowed = useActionAllowed(restartAction, session, options);
  const { busy, refusal, look } = usePresent(session);
  const [found, setFound] = useState<PreviewSession[] | null>(null);
  return (
    <>
      {allowed && (
        <ActionButton
          action={restartAction}
          busy={busy}
          label={t(
            session.endedAt ? 'action.restart.other' : 'failure.tryAnother',
          )}
          onClick={async () => setFound(await look())}
        />
      )}
      {found && (
        <ImageDialog
          {...props}
          action={restartAction}
          present={found[0]}
          title={t('action.restart.title', { key: session.key })}
          submit={t(
            found.length > 0 ? 'action.update.submit' : 'action.restart.submit',
          )}
          onClose={() => setFound(null)}
        />
      )}
      {allowed && <RefusalNote refusal={refusal} />}
    </>
  );
}

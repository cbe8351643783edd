// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { restartAction } from '../../actions/restart';
import { useActionAllowed } from '../../actions/useActionAllowed';
import { usePresent } from '../../actions/usePresent';
import { useRun } from '../../actions/useRun';
import { useWords } from '../../translation/useWords';
import { PresentNote } from '../PresentNote/PresentNote';
import { FormDialog } from '../ui';
import { ActionButton } from './ActionButton';
import { RefusalNote } from './RefusalNote';
import type { ActionProps } from './types';

/** Starts a preview again as it was; asks where that changes one that runs. */
export function RestartButton({ session, options, onChanged }: ActionProps) {
  const t = useWords();
  const allowed = useActionAllowed(restartAction, session, options);
  const [present, setPresent] = useState<PreviewSession | null>(null);
  const looking = usePresent(session);
  const { busy, refusal, run } = useRun(restartAction, session, onChanged);
  const restart = async () => {
    const found = await looking.look();
    if (found?.length === 0) await run({});
    else setPresent(found?.[0] ?? null);
  };
  return (
    <>
      {allowed && (
        <ActionButton
          action={restartAction}
          busy={busy || looking.busy}
          onClick={restart}
        />
      )}
      {present && (
        <FormDialog
          title={t('action.restart.updateTitle', { key: session.key })}
          submit={t('action.update.submit')}
          busy={busy}
          problem={allowed ? null : t('action.notNow')}
          onSubmit={async () => {
            if (await run({})) setPresent(null);
          }}
          onClose={() => setPresent(null)}
        >
          <PresentNote
            present={present}
            image={session.image}
            expiresAt={present.expiresAt}
          >
            {t('present.asBefore')}
          </PresentNote>
          <RefusalNote refusal={refusal} />
        </FormDialog>
      )}
      {allowed && !present && (
        <RefusalNote refusal={looking.refusal ?? refusal} />
      )}
    </>
  );
}

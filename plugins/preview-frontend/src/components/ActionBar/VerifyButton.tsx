// SPDX-License-Identifier: Apache-2.0
import { verifyAction } from '../../actions/verify';
import { useActionAllowed } from '../../actions/useActionAllowed';
import { useRun } from '../../actions/useRun';
import { useWords } from '../../translation/useWords';
import { ActionButton } from './ActionButton';
import { RefusalNote } from './RefusalNote';
import type { ActionProps } from './types';

/** Checks now who answers with and without the key. */
export function VerifyButton({ session, options, onChanged }: ActionProps) {
  const t = useWords();
  const { busy, refusal, run } = useRun(verifyAction, session, onChanged);
  if (!useActionAllowed(verifyAction, session, options)) {
    return null;
  }
  return (
    <div>
      <ActionButton
        action={verifyAction}
        title={t('action.verify.hint')}
        busy={busy}
        onClick={() => run({})}
      />
      <RefusalNote refusal={refusal} />
    </div>
  );
}

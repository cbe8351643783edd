// SPDX-License-Identifier: Apache-2.0
import { restartAction } from '../../actions/restart';
import { useRun } from '../../actions/useRun';
import { ActionButton } from './ActionButton';
import { RefusalNote } from './RefusalNote';
import type { ActionProps } from './types';

/** Starts a preview again as it was. */
export function RestartButton({ session, onChanged }: ActionProps) {
  const { busy, refusal, run } = useRun(restartAction, session, onChanged);
  return (
    <>
      <ActionButton
        action={restartAction}
        busy={busy}
        onClick={() => run({})}
      />
      <RefusalNote refusal={refusal} />
    </>
  );
}

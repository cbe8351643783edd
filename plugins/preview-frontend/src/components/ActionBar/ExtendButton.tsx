// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { extendAction } from '../../actions/extend';
import { useActionAllowed } from '../../actions/useActionAllowed';
import { useRun } from '../../actions/useRun';
import { isoSeconds } from '../../model/ttl';
import { ExtendMenu } from './ExtendMenu';
import { RefusalNote } from './RefusalNote';
import { UntilDialog } from './UntilDialog';
import type { ActionProps } from './types';

/** Gives a preview more time: usual steps, or until a moment. */
export function ExtendButton(props: ActionProps) {
  const { session, options, onChanged, asked, onAsked } = props;
  const allowed = useActionAllowed(extendAction, session, options);
  const [asking, setAsking] = useState(false);
  const { busy, refusal, run } = useRun(extendAction, session, onChanged);
  const max = options?.limits.ttlMaxSeconds;
  const follows = allowed && asked === 'extend';
  useEffect(() => {
    if (!follows) return;
    setAsking(true);
    onAsked?.();
  }, [follows, onAsked]);
  return (
    <>
      {allowed && (
        <ExtendMenu
          busy={busy}
          maxSeconds={max}
          onBy={seconds => run({ extendBy: isoSeconds(seconds) })}
          onUntil={() => setAsking(true)}
        />
      )}
      {asking && (
        <UntilDialog
          session={session}
          possible={allowed}
          maxSeconds={max}
          busy={busy}
          refusal={refusal}
          onSubmit={async expiresAt => {
            if (await run({ expiresAt })) setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {allowed && !asking && <RefusalNote refusal={refusal} />}
    </>
  );
}

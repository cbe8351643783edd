// SPDX-License-Identifier: Apache-2.0
import { type Caller, isAutomation } from '../../authorization/Caller';
import { KEY_KEPT_FOR } from '../../database/environments/EnvironmentRecord';
import type { SessionRecord } from '../../database/SessionRecord';

/**
 * Whether a person's stop keeps automation from starting again. Only a person
 * may lift it, through automation by saying `resume`. When the key is free
 * again, the stop is forgotten.
 */
export function stoppedByPerson(
  session: SessionRecord,
  caller: Caller,
  resume: boolean,
  now: number,
): boolean {
  const byPerson =
    session.desiredState === 'stopped' && session.desiredBy.startsWith('user:');
  const recent =
    session.endedAt === null || session.endedAt + KEY_KEPT_FOR > now;
  const lifted = resume && caller.principal === 'user';
  return byPerson && recent && isAutomation(caller) && !lifted;
}

// SPDX-License-Identifier: Apache-2.0
import { isDeepStrictEqual } from 'node:util';
import {
  type AuditAction,
  filterFingerprint,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { nextEventTime } from '../../audit/nextEventTime';
import { recordEvent } from '../../audit/recordEvent';
import type { Caller } from '../../authorization/Caller';
import type { PreviewConfig } from '../../config/types';
import { insertRevision } from '../../database/history/insertRevision';
import { insertNotices } from '../../database/notices/insertNotices';
import type { SessionRecord } from '../../database/SessionRecord';
import { updateSession } from '../../database/sessions/updateSession';
import { backstopFor } from '../../lifecycle/backstop';
import { warningsFor } from '../../notifications/warnings';
import { beginRevision } from '../beginRevision';
import { isGivenUp } from '../isGivenUp';
import { revokeSignOffs } from '../revokeSignOffs';
import { changesOf, endChange } from './changesOf';
import { eventOf } from './eventOf';

/** What somebody wants of a session from now on; absent = as it is. */
export type Desire = Partial<
  Pick<
    SessionRecord,
    | 'image'
    | 'env'
    | 'inputs'
    | 'labelMode'
    | 'replicas'
    | 'traffic'
    | 'expiresAt'
    | 'updateStrategy'
  >
> & {
  reason: string | null;
  /** A new revision even of the same image. */
  again?: boolean;
  /**
   * What the driver made cannot be changed: another number of pods or other
   * traffic takes a new revision, too.
   */
  immutable?: boolean;
  /** A new revision where the present one was given up. */
  revive?: boolean;
};

interface Who {
  caller: Caller;
  /** Read with the row locked. */
  now: number;
  config: Pick<PreviewConfig, 'lifecycle' | 'notifications'>;
}

/**
 * Writes down what is wanted of an active session, with its audit events.
 *
 * @returns the session after it, or `null` when it was wanted already
 */
export async function changeDesired(
  trx: Knex.Transaction,
  who: Who,
  present: SessionRecord,
  desire: Desire,
): Promise<SessionRecord | null> {
  const { caller, now } = who;
  const changed = differing(present, desire);
  // While it stops the objects are going: they come back as a new revision,
  // which the lifecycle begins when everything is gone.
  const resumes = present.desiredState === 'stopped';
  const revises =
    !resumes &&
    ((desire.revive === true && isGivenUp(present)) ||
      desire.again === true ||
      ['image', 'env', 'inputs', 'labelMode'].some(field => field in changed) ||
      (desire.immutable === true &&
        ['replicas', 'traffic'].some(field => field in changed)));
  if (!resumes && !revises && Object.keys(changed).length === 0) {
    return null;
  }
  demandContents(present, changed, resumes || revises);
  const patch: Partial<SessionRecord> = {
    ...changed,
    ...('traffic' in changed && fingerprint(changed, present.key)),
    ...('expiresAt' in changed &&
      deadlineFields(who, present, changed.expiresAt!)),
    ...(revises && revisionFields(present, desire, now)),
    generation: present.generation + 1,
    desiredState: 'running',
    desiredBy: caller.ref,
    desiredReason: desire.reason,
    desiredAt: now,
    desiredEndReason: null,
    nextRunAt: now,
    attempt: 0,
  };
  await updateSession(trx, present.id, patch);
  const at = await nextEventTime(trx, present.id, now);
  const session = { ...present, ...patch };
  if (revises) {
    await insertRevision(trx, {
      sessionId: session.id,
      number: session.revision,
      image: session.image,
      digests: [],
      at: now,
      by: caller.ref,
    });
    await revokeSignOffs(trx, session, {
      actor: caller.ref,
      via: caller.via,
      requestId: caller.requestId,
      at,
      why: 'new-revision',
    });
  }
  for (const action of actionsOf(changed, { resumes, revises, ...desire })) {
    const isEnd = ['session.extended', 'session.pinned'].includes(action);
    await recordEvent(trx, {
      ...eventOf(caller, action, session, at, desire.reason),
      changes: isEnd
        ? endChange(present, session)
        : changesOf(present, session),
    });
  }
  if ('expiresAt' in changed) {
    const { warnBefore } = who.config.notifications;
    await insertNotices(trx, warningsFor(session, warnBefore, now));
  }
  return session;
}

/**
 * Contents of secret files are kept nowhere: what is made anew needs them
 * again, whichever replica does it.
 */
function demandContents(
  present: SessionRecord,
  changed: Desire,
  isRevised: boolean,
): void {
  const { secretMounts, secretContents } = changed.inputs ?? present.inputs;
  const isMadeAnew = isRevised || 'traffic' in changed || 'replicas' in changed;
  if (
    isMadeAnew &&
    secretMounts?.length &&
    secretContents === present.inputs.secretContents
  ) {
    throw previewError('SecretMountsNeeded', { field: 'secretMounts' });
  }
}

const FIELDS = [
  'image',
  'env',
  'inputs',
  'labelMode',
  'replicas',
  'traffic',
  'expiresAt',
] as const;

function differing(present: SessionRecord, desire: Desire): Desire {
  return Object.fromEntries(
    FIELDS.filter(
      field =>
        desire[field] !== undefined &&
        !isDeepStrictEqual(desire[field], present[field]),
    ).map(field => [field, desire[field]]),
  ) as unknown as Desire;
}

function fingerprint({ traffic }: Desire, key: string): Partial<SessionRecord> {
  const filter = traffic?.filter;
  return { filterFingerprint: filter ? filterFingerprint(filter, key) : null };
}

function deadlineFields(
  { caller, now, config }: Who,
  { backstopState }: SessionRecord,
  expiresAt: number | null,
): Partial<SessionRecord> {
  return {
    pinned: expiresAt === null,
    pinnedBy: expiresAt === null ? caller.ref : null,
    backstopAt: backstopFor(expiresAt, now, config.lifecycle.backstopGrace),
    backstopState: backstopState === 'set' ? 'behind' : backstopState,
  };
}

function revisionFields(
  present: SessionRecord,
  { image, updateStrategy }: Desire,
  now: number,
): Partial<SessionRecord> {
  return {
    ...beginRevision(present, image ?? present.image, now),
    updateStrategy: updateStrategy ?? present.updateStrategy,
  };
}

function actionsOf(
  changed: Desire,
  how: { resumes: boolean; revises: boolean; again?: boolean },
): AuditAction[] {
  const actions: AuditAction[] = [];
  if (how.resumes) {
    actions.push('session.resumed');
  } else if (how.again) {
    actions.push('session.restarted');
  } else if (
    how.revises ||
    ['replicas', 'traffic'].some(field => field in changed)
  ) {
    actions.push('session.updated');
  }
  if ('expiresAt' in changed) {
    actions.push(
      changed.expiresAt === null ? 'session.pinned' : 'session.extended',
    );
  }
  return actions;
}

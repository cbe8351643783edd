// SPDX-License-Identifier: Apache-2.0
import {
  type ChangeRequest,
  type ChangeResponse,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../../authorization/Caller';
import type { PreviewConfig } from '../../config/types';
import type { SessionRecord } from '../../database/SessionRecord';
import { getSession } from '../../database/sessions/getSession';
import { enforce } from '../../policy/evaluate';
import { TIME_RULES } from '../../policy/rules';
import { type MovedDeadline, moveDeadline } from '../deadline/moveDeadline';
import { type Deadline, parseDeadline } from '../deadline/parseDeadline';
import { once } from '../idempotency';
import { announce, type SessionContext } from '../SessionContext';
import { defaultEnd } from '../start/wishOf';
import { loadView } from '../view/loadViews';
import { type Desire, changeDesired } from './changeDesired';
import { checkImage } from './checkImage';

/** Changes image or end of an active session. */
export async function change(
  context: SessionContext,
  caller: Caller,
  session: SessionRecord,
  request: ChangeRequest,
  idempotencyKey: string | undefined,
): Promise<ChangeResponse> {
  const { knex, clock, config } = context;
  // Read once: an end that is just long enough stays so while we work.
  const now = clock.now();
  const wished = parseDeadline(request, now);
  const hashed = ['change', session.id, request];
  return once(context, caller, idempotencyKey, hashed, async remember => {
    const newImage = request.image !== undefined && {
      image: request.image,
      ...(await checkImage(context, caller, session, request.image)),
    };
    const done = await knex.transaction(async trx => {
      const present = await getSession(trx, session.id, { lock: true });
      refuseOver(present);
      const moved = endOf(present, request, wished, config, now);
      enforce(TIME_RULES, {
        config,
        caller,
        now,
        wish: {
          expiresAt: moved?.expiresAt ?? null,
          endAsked: moved !== null && request.pinned !== false,
          endField: wished?.by,
          createdAt: present.createdAt,
        },
      });
      const desire: Desire = {
        ...newImage,
        ...(moved && { expiresAt: moved.expiresAt }),
        reason: request.reason || null,
        // Whoever names the image that did not come up wants it tried again.
        revive: request.image !== undefined,
      };
      const who = { caller, now: clock.now(), config };
      const after = await changeDesired(trx, who, present, desire);
      const shown = after ?? present;
      const response: ChangeResponse = {
        session: await loadView(trx, context, shown),
        ...endView(shown.expiresAt, now),
        cap: moved?.cap ?? null,
      };
      await remember(trx, response);
      return { response, changed: after !== null };
    });
    if (done.changed) {
      announce(context, session.id);
    }
    return done.response;
  });
}

function endView(expiresAt: number | null, now: number) {
  return expiresAt === null
    ? { expiresAt: null, ttlSeconds: null }
    : {
        expiresAt: new Date(expiresAt).toISOString(),
        ttlSeconds: Math.max(0, Math.round((expiresAt - now) / 1000)),
      };
}

function refuseOver(
  session: SessionRecord | undefined,
): asserts session is SessionRecord {
  if (!session || session.endedAt !== null) {
    throw previewError('SessionOver');
  }
  if (session.desiredState === 'stopped') {
    throw previewError('SessionOver', {
      message: 'This preview is being stopped.',
    });
  }
}

function endOf(
  present: SessionRecord,
  { pinned }: ChangeRequest,
  wished: Deadline | null,
  config: PreviewConfig,
  now: number,
): MovedDeadline | null {
  if (pinned) {
    return { expiresAt: null, cap: null };
  }
  if (wished) {
    return moveDeadline(present, wished, config.policy.ttl, now);
  }
  return pinned === false && present.pinned
    ? { expiresAt: defaultEnd(config, now), cap: null }
    : null;
}

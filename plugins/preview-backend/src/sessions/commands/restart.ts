// SPDX-License-Identifier: Apache-2.0
import {
  type StartRequest,
  type StartResponse,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../../authorization/Caller';
import type { SessionRecord } from '../../database/SessionRecord';
import { getSession } from '../../database/sessions/getSession';
import { enforce } from '../../policy/evaluate';
import { TIME_RULES } from '../../policy/rules';
import { parseDeadline } from '../deadline/parseDeadline';
import { once } from '../idempotency';
import { announce, type SessionContext } from '../SessionContext';
import type { RestartRequest } from '../SessionsService';
import { loadView } from '../view/loadViews';
import { changeDesired } from './changeDesired';
import { checkImage } from './checkImage';

/** What a start must say to get the like of an ended session. */
export function startLike(
  session: SessionRecord,
  { image, ttl, reason }: RestartRequest,
): StartRequest {
  const { entityRef, key, target, cluster, namespace } = session;
  const { secretMounts, secretContents: _, ...inputs } = session.inputs;
  if (secretMounts?.length) {
    throw previewError('SecretMountsNeeded', { field: 'secretMounts' });
  }
  return {
    ...inputs,
    entityRef,
    image: image ?? session.image,
    key,
    target,
    cluster,
    namespace,
    traffic: session.traffic,
    labelMode: session.labelMode,
    env: session.env,
    replicas: session.replicas,
    resume: true,
    ...(ttl && { ttl }),
    ...(reason && { reason }),
  };
}

/**
 * Runs an active session again: a new revision, also of the same image.
 *
 * @param startAnew - called instead when it has ended meanwhile
 */
export async function restartActive(
  context: SessionContext,
  caller: Caller,
  session: SessionRecord,
  request: RestartRequest,
  idempotencyKey: string | undefined,
  startAnew: () => Promise<StartResponse>,
): Promise<StartResponse> {
  const { knex, clock, config } = context;
  const now = clock.now();
  const deadline = parseDeadline(request, now);
  const image = request.image ?? session.image;
  const hashed = ['restart', session.id, request];
  return once(context, caller, idempotencyKey, hashed, async remember => {
    const strategy = await checkImage(context, caller, session, image);
    const response = await knex.transaction(async trx => {
      const present = await getSession(trx, session.id, { lock: true });
      if (!present || present.endedAt !== null) {
        return null;
      }
      const who = { caller, now: clock.now(), config };
      const expiresAt = deadline?.by === 'ttl' ? deadline.expiresAt : null;
      enforce(TIME_RULES, {
        ...who,
        now,
        wish: {
          expiresAt,
          endAsked: expiresAt !== null,
          createdAt: present.createdAt,
        },
      });
      const after = await changeDesired(trx, who, present, {
        image,
        ...strategy,
        ...(expiresAt !== null && { expiresAt }),
        reason: request.reason || null,
        again: true,
      });
      const answer: StartResponse = {
        session: await loadView(trx, context, after ?? present),
        outcome: 'updated',
      };
      await remember(trx, answer);
      return answer;
    });
    if (!response) {
      return startAnew();
    }
    announce(context, session.id);
    return response;
  });
}

// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import { listSteps } from '../../database/history/listSteps';
import { requestVerification } from '../../database/history/requestVerification';
import type { SessionRecord } from '../../database/SessionRecord';
import { sleepUntil } from '../../lifecycle/clock';
import { announce, type SessionContext } from '../SessionContext';

/** How long the answer waits for the two requests. */
const PATIENCE = 10_000;
const LOOK_AGAIN = 500;

/**
 * Has the routing verified again and waits for the outcome, which then shows
 * in the timeline.
 *
 * @throws PreviewError `SessionOver`, `FeatureUnsupported` without routing
 */
export async function verify(
  context: SessionContext,
  session: SessionRecord,
): Promise<void> {
  const { knex, clock } = context;
  if (session.endedAt !== null || session.desiredState === 'stopped') {
    throw previewError('SessionOver');
  }
  if (session.traffic.mode === 'none') {
    throw previewError('FeatureUnsupported', {
      message: 'This preview gets no traffic, so there is nothing to verify.',
      hint: 'Start it with traffic "steal".',
    });
  }
  const which = { sessionId: session.id, revision: session.revision };
  await knex.transaction(trx => requestVerification(trx, which));
  announce(context, session.id);
  const end = clock.now() + PATIENCE;
  while (clock.now() < end) {
    const steps = await knex.transaction(trx =>
      listSteps(trx, [session.id], session.revision),
    );
    const step = steps.find(({ name }) => name === 'verified');
    if (step && step.status !== 'pending' && step.status !== 'running') {
      return;
    }
    await sleepUntil(clock, Math.min(end, clock.now() + LOOK_AGAIN));
  }
}

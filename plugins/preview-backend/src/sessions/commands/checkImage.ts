// SPDX-License-Identifier: Apache-2.0
import {
  parseImage,
  parseTarget,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../../authorization/Caller';
import type {
  SessionRecord,
  UpdateStrategy,
} from '../../database/SessionRecord';
import { askDriver } from '../../drivers/askDriver';
import { enforce } from '../../policy/evaluate';
import { TARGET_RULES } from '../../policy/rules';
import type { SessionContext } from '../SessionContext';
import { updateStrategyFor } from './update';

/**
 * Asks policy about another image of a present session, and the cluster how
 * it would take over. Everything else of the session is checked again too,
 * since policy and workload may have changed meanwhile.
 *
 * @throws PreviewError `Frozen`, and of whatever policy has against it
 */
export async function checkImage(
  context: SessionContext,
  caller: Caller,
  session: SessionRecord,
  image: string,
): Promise<{ updateStrategy: UpdateStrategy }> {
  const imageRef = parseImage(image);
  const { config, drivers, clock, entities } = context;
  if (config.freeze) {
    throw previewError('Frozen', { field: 'image', rule: 'preview.freeze' });
  }
  const { cluster, namespace } = session;
  const driver = drivers.forCluster(cluster);
  const place = { cluster, namespace, target: parseTarget(session.target) };
  const [entity, target, capabilities] = await Promise.all([
    entities.read(caller, session.entityRef),
    askDriver(() => driver.resolve(place)),
    askDriver(() => driver.capabilities(cluster)),
  ]);
  const wish = { ...session, image, imageRef, endAsked: false, driver: null };
  enforce(TARGET_RULES, {
    config,
    caller,
    now: clock.now(),
    entity,
    wish,
    // It was when the session began; the cluster's side is asked again.
    ofCatalog: true,
    target,
    capabilities,
    claimedActor: null,
    repeatable: true,
  });
  const updateStrategy = await updateStrategyFor(context, {
    present: session,
    wish,
    capabilities,
  });
  return { updateStrategy };
}

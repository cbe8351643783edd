// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { hasStatus } from '../kubernetes/cluster/KubeError';
import { sessionOf } from '../kubernetes/objects/marks';
import { missingFields } from './missing';
import type { MirrordSession } from './model';
import { PREVIEW_SESSIONS } from './resources';
import { buildSession } from './session';
import { prunedRefusal } from './supported';
import { ttlSecsOf } from './ttl';
import { resolveWorkload } from './workload';

/** The resource of an intent, with its container resolved. */
export async function prepare(
  cluster: Cluster,
  intent: SessionIntent,
  { now, ceiling }: { now: number; ceiling: number },
): Promise<MirrordSession> {
  const { target, container } = await resolveWorkload(cluster, intent);
  return buildSession(
    { ...intent, target },
    container,
    ttlSecsOf(intent.backstopAt, now, ceiling),
  );
}

/**
 * What an API server would drop. Asked by a dry run, since an operator that
 * sees a session without its filter would take all requests of the target.
 */
export async function prunedBy(
  { client }: Cluster,
  session: MirrordSession,
): Promise<PreviewError | null> {
  const got = await client.dryRunCreate(PREVIEW_SESSIONS, session);
  const missing = missingFields(session.spec, got.spec);
  return missing.length ? prunedRefusal(missing) : null;
}

/**
 * Creates the resource, or finds it: two that write the same at once write
 * one.
 *
 * @throws PreviewError `FeatureUnsupported` for what the cluster would drop,
 * `AdmissionRefused` where the name is somebody else's
 */
export async function create(
  cluster: Cluster,
  session: MirrordSession,
): Promise<MirrordSession> {
  const { metadata } = session;
  const present = () =>
    cluster.client.find<MirrordSession>(
      PREVIEW_SESSIONS,
      metadata.namespace ?? null,
      metadata.name,
    );
  try {
    const refusal = await prunedBy(cluster, session);
    if (refusal) {
      throw refusal;
    }
    return await cluster.client.create<MirrordSession>(
      PREVIEW_SESSIONS,
      session,
    );
  } catch (error) {
    const found = hasStatus(error, 409) ? await present() : null;
    if (!found) {
      throw error;
    }
    if (sessionOf(found) !== sessionOf(session)) {
      throw previewError('AdmissionRefused', {
        message: `There is a PreviewSession ${metadata.name} already, and it is not ours.`,
        cause: error,
      });
    }
    return found;
  }
}

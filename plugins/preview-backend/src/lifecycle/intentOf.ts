// SPDX-License-Identifier: Apache-2.0
import { parseTarget } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { RevisionRecord } from '../database/history/RevisionRecord';
import type { SessionRecord } from '../database/SessionRecord';
import { currentRevision } from './facts';

/**
 * What the cluster shall hold for a session, from its row alone.
 *
 * The first revision is named as serving from the start, so that its Service
 * is written once; no request reaches it before `routed`.
 */
export function intentOf(
  session: SessionRecord,
  revisions: RevisionRecord[],
  secretFiles: SessionIntent['secretFiles'] = null,
): SessionIntent {
  const wanted = currentRevision(session);
  const numbers = new Set(
    [session.retiringRevision, session.servingRevision, wanted].filter(
      (number): number is number => number !== null,
    ),
  );
  return {
    sessionId: session.id,
    key: session.key,
    cluster: session.cluster,
    namespace: session.namespace,
    handle: session.handle,
    entityRef: session.entityRef,
    target: parseTarget(session.target),
    traffic: session.traffic,
    labelMode: session.labelMode,
    replicas: session.replicas,
    env: session.env,
    inputs: session.inputs,
    secretFiles,
    revisions: revisions
      .filter(revision => numbers.has(revision.number))
      .map(({ number, image }) => ({ number, image })),
    serving: session.servingRevision ?? wanted,
    routed: session.routed,
    expiresAt: session.expiresAt,
    backstopAt: session.backstopAt,
  };
}

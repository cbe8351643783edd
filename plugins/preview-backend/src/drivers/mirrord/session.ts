// SPDX-License-Identifier: Apache-2.0
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import { apiVersion } from '../kubernetes/cluster/resources';
import { entityAnnotation, ourLabels } from '../kubernetes/objects/marks';
import type { MirrordSession } from './model';
import { hashedKey, KEY_LABEL } from './names';
import { PREVIEW_SESSIONS } from './resources';
import { nameOf, specOf, wantedRevision } from './spec';

/**
 * The resource of a session: what other clients of the operator look for,
 * and our own marks, by which we know it again. No secret is ever in it.
 */
export function buildSession(
  intent: SessionIntent,
  container: string,
  ttlSecs: number,
): MirrordSession {
  return {
    apiVersion: apiVersion(PREVIEW_SESSIONS),
    kind: PREVIEW_SESSIONS.kind,
    metadata: {
      name: nameOf(intent),
      namespace: intent.namespace,
      labels: {
        ...ourLabels(intent, wantedRevision(intent).number),
        [KEY_LABEL]: hashedKey(intent.key),
      },
      annotations: entityAnnotation(intent.entityRef),
    },
    spec: specOf(intent, container, ttlSecs),
  };
}

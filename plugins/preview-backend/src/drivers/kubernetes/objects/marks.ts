// SPDX-License-Identifier: Apache-2.0
import {
  ANNOTATION_PREFIX,
  WORKLOAD_ENTITY,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIdentity } from '@preview-environments/backstage-plugin-preview-node';
import type { KubeObject, OwnerReference } from '../model';
import type { RootRef } from './root';

export const MANAGED_BY = 'app.kubernetes.io/managed-by';
export const MANAGER = 'preview-environments';
export const SESSION = `${ANNOTATION_PREFIX}/session`;
export const KEY = `${ANNOTATION_PREFIX}/key`;
export const REVISION = `${ANNOTATION_PREFIX}/revision`;
export const IMAGE = `${ANNOTATION_PREFIX}/image`;
export const DEADLINE = `${ANNOTATION_PREFIX}/deadline`;
/** How the pods of a revision differ from the target's, as JSON. */
export const DIFFERENCES = `${ANNOTATION_PREFIX}/differences`;

/** Where kubectl and others look for the container that matters. */
export const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

/** Selects whatever is ours. */
export const OURS = `${MANAGED_BY}=${MANAGER}`;

export function ofSession(sessionId: string): string {
  return `${OURS},${SESSION}=${sessionId}`;
}

/**
 * Labels of our own objects. Nothing of the target's labels is ever among
 * them: controllers and GitOps tools would take the object for the target's.
 */
export function ourLabels(
  session: Pick<SessionIdentity, 'sessionId' | 'key'>,
  revision?: number,
): Record<string, string> {
  return {
    [MANAGED_BY]: MANAGER,
    [SESSION]: session.sessionId,
    [KEY]: session.key,
    ...(revision === undefined ? {} : { [REVISION]: String(revision) }),
  };
}

export function entityAnnotation(entityRef: string): Record<string, string> {
  return { [WORKLOAD_ENTITY]: entityRef };
}

/**
 * `controller: true`, else a Deployment with a matching selector would adopt
 * the object. No `blockOwnerDeletion`: it needs a right on finalizers.
 */
export function ownedBy(root: RootRef): OwnerReference[] {
  return [
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      name: root.name,
      uid: root.uid,
      controller: true,
    },
  ];
}

export function isOurs(object: KubeObject): boolean {
  return object.metadata.labels?.[MANAGED_BY] === MANAGER;
}

export function sessionOf(object: KubeObject): string | null {
  return isOurs(object) ? object.metadata.labels?.[SESSION] ?? null : null;
}

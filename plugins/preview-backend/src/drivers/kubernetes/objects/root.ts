// SPDX-License-Identifier: Apache-2.0
import type { KubeObject } from '../model';
import { DEADLINE, entityAnnotation, ourLabels } from './marks';

/** What owned objects need to know of their root. */
export interface RootRef {
  name: string;
  uid: string;
}

export interface RootInput {
  name: string;
  namespace: string;
  sessionId: string;
  key: string;
  entityRef: string;
  /** The preview's first image; templates of Jobs never change. */
  image: string;
  /** Epoch milliseconds, or `null` when pinned. */
  expiresAt: number | null;
  activeDeadlineSeconds: number;
  /** Of the existing root, so that one that is gone is never made anew. */
  uid: string | null;
}

const NEVER_STARTED = {
  requests: { cpu: '1m', memory: '1Mi' },
  limits: { cpu: '1m', memory: '1Mi' },
};

/**
 * The root owns everything of a session. It is a Job that never runs a pod
 * and ends at its deadline; with it the garbage collector takes the rest,
 * whether or not the portal is alive. The template only has to pass admission.
 */
export function buildRoot(input: RootInput): KubeObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: input.name,
      namespace: input.namespace,
      ...(input.uid ? { uid: input.uid } : {}),
      labels: ourLabels(input),
      annotations: {
        ...entityAnnotation(input.entityRef),
        [DEADLINE]:
          input.expiresAt === null
            ? 'none'
            : new Date(input.expiresAt).toISOString(),
      },
    },
    spec: {
      parallelism: 0,
      backoffLimit: 0,
      activeDeadlineSeconds: input.activeDeadlineSeconds,
      ttlSecondsAfterFinished: 0,
      template: {
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          securityContext: {
            runAsNonRoot: true,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'root',
              image: input.image,
              resources: NEVER_STARTED,
              securityContext: {
                allowPrivilegeEscalation: false,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      },
    },
  };
}

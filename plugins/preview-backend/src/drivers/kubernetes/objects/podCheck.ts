// SPDX-License-Identifier: Apache-2.0
import type { KubeObject, PodTemplate } from '../model';

export interface PodCheckInput {
  /** Name of the ReplicaSet that would make the pod. */
  replicaSet: string;
  namespace: string;
  template: PodTemplate;
}

/** The pod of a revision, only ever for a dry run. */
export function buildPodCheck(input: PodCheckInput): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...input.template.metadata,
      name: `${input.replicaSet}-check`,
      namespace: input.namespace,
    },
    spec: input.template.spec,
  };
}

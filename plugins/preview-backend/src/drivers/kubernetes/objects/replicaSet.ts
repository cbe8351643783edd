// SPDX-License-Identifier: Apache-2.0
import type { Difference } from '@preview-environments/backstage-plugin-preview-common';
import type { KubeObject, PodTemplate } from '../model';
import {
  DIFFERENCES,
  entityAnnotation,
  IMAGE,
  ourLabels,
  ownedBy,
  REVISION,
  SESSION,
} from './marks';
import type { RootRef } from './root';

export interface ReplicaSetInput {
  name: string;
  namespace: string;
  sessionId: string;
  key: string;
  entityRef: string;
  revision: number;
  image: string;
  replicas: number;
  template: PodTemplate;
  differences: Difference[];
  root: RootRef;
}

/** The pods of one revision. Its template never changes. */
export function buildReplicaSet(input: ReplicaSetInput): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: input.name,
      namespace: input.namespace,
      labels: ourLabels(input, input.revision),
      annotations: {
        ...entityAnnotation(input.entityRef),
        [IMAGE]: input.image,
        [DIFFERENCES]: JSON.stringify(input.differences),
      },
      ownerReferences: ownedBy(input.root),
    },
    spec: {
      replicas: input.replicas,
      selector: {
        matchLabels: {
          [SESSION]: input.sessionId,
          [REVISION]: String(input.revision),
        },
      },
      template: input.template,
    },
  };
}

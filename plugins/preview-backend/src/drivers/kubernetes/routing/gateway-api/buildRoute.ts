// SPDX-License-Identifier: Apache-2.0
import { CONTENT, contentHash } from '../../objects/content';
import { entityAnnotation, ourLabels, ownedBy } from '../../objects/marks';
import type { RootRef } from '../../objects/root';
import type { HttpRoute } from './model';
import type { Overlay } from './overlay';

export interface RouteInput {
  overlay: Overlay;
  namespace: string;
  sessionId: string;
  key: string;
  entityRef: string;
  root: RootRef;
  /** Of the existing one: a slower writer must not move the traffic back. */
  resourceVersion: string | null;
}

export function buildRoute(input: RouteInput): HttpRoute {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: {
      name: input.overlay.name,
      namespace: input.namespace,
      ...(input.resourceVersion
        ? { resourceVersion: input.resourceVersion }
        : {}),
      labels: ourLabels(input),
      annotations: {
        ...entityAnnotation(input.entityRef),
        [CONTENT]: contentHash(input.overlay.spec),
      },
      ownerReferences: ownedBy(input.root),
    },
    spec: input.overlay.spec,
  };
}

// SPDX-License-Identifier: Apache-2.0
import type { KubeObject, Service, ServicePort } from '../model';
import { CONTENT, contentHash } from './content';
import {
  entityAnnotation,
  ourLabels,
  ownedBy,
  REVISION,
  SESSION,
} from './marks';
import type { RootRef } from './root';

/** Fields that say how a Service is reached, not where it leads. */
const COPIED = [
  'ipFamilies',
  'ipFamilyPolicy',
  'sessionAffinity',
  'sessionAffinityConfig',
  'internalTrafficPolicy',
  'trafficDistribution',
] as const;

export interface ServiceInput {
  name: string;
  namespace: string;
  sessionId: string;
  key: string;
  entityRef: string;
  /** The revision that the traffic goes to. */
  serving: number;
  spec: Service['spec'];
  root: RootRef;
  /** Of the existing one: a slower writer must not move the traffic back. */
  resourceVersion: string | null;
}

/**
 * What the Service of a session says: the ways of being reached are those of
 * the team's Service (`like`), the pods are those of one revision.
 */
export function serviceSpec(
  sessionId: string,
  serving: number,
  ports: ServicePort[],
  like: Service | null,
): Service['spec'] {
  const spec = like?.spec ?? {};
  return {
    ...Object.fromEntries(
      COPIED.filter(field => spec[field] !== undefined).map(field => [
        field,
        spec[field],
      ]),
    ),
    selector: { [SESSION]: sessionId, [REVISION]: String(serving) },
    ports,
  };
}

/** The Service of a session; it selects the serving revision. */
export function buildService(input: ServiceInput): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: input.name,
      namespace: input.namespace,
      ...(input.resourceVersion
        ? { resourceVersion: input.resourceVersion }
        : {}),
      labels: ourLabels(input, input.serving),
      annotations: {
        ...entityAnnotation(input.entityRef),
        [CONTENT]: contentHash(input.spec),
      },
      ownerReferences: ownedBy(input.root),
    },
    spec: input.spec,
  };
}

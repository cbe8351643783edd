// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@preview-environments/backstage-plugin-preview-common';
import type { Clone } from '../clone/podTemplate';
import {
  HTTP_ROUTES,
  JOBS,
  PODS,
  REPLICA_SETS,
  type Resource,
  SERVICES,
} from '../cluster/resources';
import type { KubeObject } from '../model';
import { replicaSetName } from '../objects/names';
import type { Facts } from '../plan/facts';
import type { Plan } from '../plan/plan';
import { fromError, passed } from './check';
import type { PreflightInput } from './preflight';

/** Stands for the UID of a root that does not exist yet. */
const NO_UID = '00000000-0000-0000-0000-000000000000';

/**
 * Lets the API server judge every object, and a pod too: quota, pod security
 * and webhooks refuse the pod and not the ReplicaSet that makes it.
 */
export async function dryRun(
  input: PreflightInput & { facts: Facts; plan: Plan; clone: Clone },
): Promise<Check[]> {
  const { cluster, intent, plan, clone, builders } = input;
  const newest = intent.revisions[intent.revisions.length - 1];
  const common = {
    namespace: intent.namespace,
    sessionId: intent.sessionId,
    key: intent.key,
    entityRef: intent.entityRef,
    root: { name: plan.base, uid: intent.handle ?? NO_UID },
  };
  const objects: [string, Resource, KubeObject][] = [
    ...(plan.root
      ? [
          [
            'root',
            JOBS,
            builders.buildRoot({
              ...common,
              name: plan.base,
              image: plan.root.image,
              expiresAt: intent.expiresAt,
              activeDeadlineSeconds: plan.root.seconds,
              uid: plan.root.uid,
            }),
          ] as [string, Resource, KubeObject],
        ]
      : []),
    [
      'replica set',
      REPLICA_SETS,
      builders.buildReplicaSet({
        ...common,
        name: replicaSetName(plan.base, newest.number),
        revision: newest.number,
        image: newest.image,
        replicas: intent.replicas,
        template: clone.template,
        differences: clone.differences,
      }),
    ],
    ...(plan.service
      ? [
          [
            'service',
            SERVICES,
            builders.buildService({
              ...common,
              name: plan.base,
              ...plan.service,
            }),
          ] as [string, Resource, KubeObject],
        ]
      : []),
    ...routesOf(plan).map((route): [string, Resource, KubeObject] => [
      'route',
      HTTP_ROUTES,
      builders.buildRoute({ ...common, ...route }),
    ]),
  ];
  return Promise.all([
    ...objects.map(([name, resource, object]) =>
      judged(name, () =>
        cluster.client.apply(resource, object, { dryRun: true }),
      ),
    ),
    judged('pod', () =>
      cluster.client.dryRunCreate(
        PODS,
        builders.buildPodCheck({
          replicaSet: replicaSetName(plan.base, newest.number),
          namespace: intent.namespace,
          template: clone.template,
        }),
      ),
    ),
  ]);
}

/** Also those that have to wait for a canary. */
function routesOf({ canary, overlays, routes }: Plan): Plan['routes'] {
  return canary
    ? overlays.map(overlay => ({ overlay, resourceVersion: null }))
    : routes;
}

async function judged(
  name: string,
  ask: () => Promise<unknown>,
): Promise<Check> {
  try {
    await ask();
    return passed(name, `The cluster would accept the ${name}.`);
  } catch (error) {
    return fromError(name, error);
  }
}

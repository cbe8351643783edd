// SPDX-License-Identifier: Apache-2.0
import {
  DAEMON_SETS,
  DEPLOYMENTS,
  DISRUPTION_BUDGETS,
  POD_MONITORS,
  REPLICA_SETS,
  type Resource,
  STATEFUL_SETS,
} from '../cluster/resources';
import { fromPairs, type PodSelector } from '../clone/selectors';
import type { KubeObject, LabelSelector, Selecting, Service } from '../model';
import type { Cluster } from '../cluster/Cluster';

const SELECTING: Resource[] = [
  DEPLOYMENTS,
  STATEFUL_SETS,
  REPLICA_SETS,
  DAEMON_SETS,
  DISRUPTION_BUDGETS,
  POD_MONITORS,
];

/**
 * Whatever of a namespace picks pods by their labels; kinds that are not
 * watched as of a minute ago. Autoscalers are not among them: they count the
 * pods that the selector of their workload picks.
 */
export async function readSelectors(
  cluster: Cluster,
  namespace: string,
): Promise<PodSelector[]> {
  const { reader } = cluster;
  const services = (await reader.services(namespace)).flatMap(service =>
    named('Service', service, fromPairs((service as Service).spec.selector)),
  );
  const others = await Promise.all(
    SELECTING.map(async resource =>
      (
        await teamOf(cluster, resource, namespace)
      ).flatMap(object =>
        named(resource.kind, object, (object as Selecting).spec.selector),
      ),
    ),
  );
  return [...services, ...others.flat()];
}

function named(
  kind: string,
  object: KubeObject,
  selector: LabelSelector | null | undefined,
): PodSelector[] {
  return selector
    ? [{ what: `${kind} ${object.metadata.name}`, selector }]
    : [];
}

function teamOf(
  cluster: Cluster,
  resource: Resource,
  namespace: string,
): Promise<KubeObject[]> {
  const ask = () => cluster.reader.team(resource, namespace);
  return cluster.state(namespace).store(resource)
    ? ask()
    : cluster.recently(`${resource.plural} of ${namespace}`, ask);
}

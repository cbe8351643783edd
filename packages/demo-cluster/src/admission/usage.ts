// SPDX-License-Identifier: Apache-2.0
import { Kind } from '../kinds/Kind';
import { Json, KubernetesObject } from '../objects';
import { qualified } from '../registry/StatusError';
import { podRequests } from '../scheduler/podRequests';

export type Usage = Record<string, number>;

// The resources of the core group that a quota may name without `count/`.
const COUNTED = [
  'services',
  'configmaps',
  'secrets',
  'persistentvolumeclaims',
  'resourcequotas',
  'replicationcontrollers',
];
const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];

/** What one object uses of the resources that a quota can name. */
export function usageOf(kind: Kind, object: KubernetesObject): Usage {
  const resource = qualified(kind);
  const usage: Usage = { [`count/${resource}`]: 1 };
  if (resource === 'pods')
    return isOver(object) ? usage : { ...usage, ...podUsage(object) };
  if (COUNTED.includes(resource)) usage[resource] = 1;
  if (resource === 'services') {
    const { type } = object.spec;
    if (type === 'LoadBalancer') usage['services.loadbalancers'] = 1;
    if (type === 'NodePort' || type === 'LoadBalancer')
      usage['services.nodeports'] = object.spec.ports?.length ?? 0;
  }
  return usage;
}

function podUsage(pod: KubernetesObject): Usage {
  const requests = podRequests(pod);
  const limits = podRequests(pod, 'limits');
  const usage: Usage = { pods: 1 };
  for (const name of COMPUTE) {
    usage[name] = requests[name] ?? 0;
    usage[`requests.${name}`] = requests[name] ?? 0;
    usage[`limits.${name}`] = limits[name] ?? 0;
  }
  return usage;
}

/** Whether objects of a resource can use anything of what a quota names. */
export function concerns(hard: Json, resource: string): boolean {
  return Object.keys(hard).some(name => {
    if (name.startsWith('count/')) return name === `count/${resource}`;
    if (COUNTED.includes(name)) return name === resource;
    return name.startsWith('services.')
      ? resource === 'services'
      : resource === 'pods';
  });
}

function isOver({ status }: KubernetesObject): boolean {
  return status?.phase === 'Succeeded' || status?.phase === 'Failed';
}

/** Compute resources of a quota that a container does not state, as `requests.cpu for: app`. */
export function unstated(pod: KubernetesObject, hard: Json): string[] {
  const containers: Json[] = [
    ...pod.spec.containers,
    ...(pod.spec.initContainers ?? []),
  ];
  return Object.keys(hard)
    .filter(name => COMPUTE.includes(name.replace(/^(requests|limits)\./, '')))
    .sort()
    .flatMap(name => {
      const resource = name.replace(/^(requests|limits)\./, '');
      const states = ({ resources }: Json) =>
        resources?.limits?.[resource] !== undefined ||
        (!name.startsWith('limits.') &&
          resources?.requests?.[resource] !== undefined);
      const silent = containers
        .filter(container => !states(container))
        .map(container => container.name);
      return silent.length ? [`${name} for: ${silent.sort().join(',')}`] : [];
    });
}

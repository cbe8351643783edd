// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../objects';
import { isReady } from './pods';

/** The number behind a Service's target port; undefined where the pod has no port of that name. */
function portOf(pod: KubernetesObject, target: number | string): number | undefined {
  if (typeof target === 'number') return target;
  const containers: Json[] = pod.spec.containers;
  return containers.flatMap(({ ports = [] }) => ports).find(({ name }: Json) => name === target)?.containerPort;
}

function targetRef({ metadata: { namespace, name, uid } }: KubernetesObject): Json {
  return { kind: 'Pod', namespace, name, uid };
}

function portsOf(service: KubernetesObject, pods: KubernetesObject[]): Json[] {
  const { ports = [] } = service.spec;
  return ports.flatMap(({ name, protocol, targetPort, appProtocol }: Json) => {
    const found = pods.map(pod => portOf(pod, targetPort)).find(number => number !== undefined);
    const port = typeof targetPort === 'number' ? targetPort : found;
    return port === undefined ? [] : [{ ...(name && { name }), protocol, port, ...(appProtocol && { appProtocol }) }];
  });
}

/** The order does not depend on who became ready first, so that equal sets compare equal. */
const byName = (a: KubernetesObject, b: KubernetesObject): number => (a.metadata.name < b.metadata.name ? -1 : 1);

/** `v1` Endpoints: the addresses of ready pods, and of the others apart. */
export function endpointsBody(service: KubernetesObject, all: KubernetesObject[]): Json {
  const serveUnready = service.spec.publishNotReadyAddresses === true;
  const pods = [...all].filter(pod => serveUnready || !pod.metadata.deletionTimestamp).sort(byName);
  const address = (pod: KubernetesObject) => ({ ip: pod.status.podIP, nodeName: pod.spec.nodeName, targetRef: targetRef(pod) });
  const serving = (pod: KubernetesObject) => serveUnready || isReady(pod);
  const ready = pods.filter(serving).map(address);
  const others = pods.filter(pod => !serving(pod)).map(address);
  const subset = {
    ...(ready.length && { addresses: ready }),
    ...(others.length && { notReadyAddresses: others }),
    ports: portsOf(service, pods),
  };
  return {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { labels: { ...service.metadata.labels, 'endpoints.kubernetes.io/managed-by': 'endpoint-controller' } },
    ...(pods.length && { subsets: [subset] }),
  };
}

/** `discovery.k8s.io/v1` EndpointSlice: every pod with its conditions. */
export function sliceBody(service: KubernetesObject, all: KubernetesObject[]): Json {
  const serveUnready = service.spec.publishNotReadyAddresses === true;
  const pods = [...all].sort(byName);
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      labels: {
        ...service.metadata.labels,
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
        'kubernetes.io/service-name': service.metadata.name,
      },
    },
    addressType: 'IPv4',
    endpoints: pods.map(pod => {
      const terminating = pod.metadata.deletionTimestamp !== undefined;
      const serving = isReady(pod);
      return {
        addresses: [pod.status.podIP],
        conditions: { ready: serveUnready || (serving && !terminating), serving, terminating },
        nodeName: pod.spec.nodeName,
        targetRef: targetRef(pod),
      };
    }),
    ports: portsOf(service, pods),
  };
}

// SPDX-License-Identifier: Apache-2.0
import { listeningPort } from '../kubelet/listeningPorts';
import { Json, KubernetesObject } from '../objects';
import { isReady } from './pods';

/** Pods whose ports resolve to the same numbers. */
export interface EndpointGroup {
  ports: Json[];
  pods: KubernetesObject[];
}

/** The number behind a Service's target port; undefined where the pod has no port of that name. */
function portOf(
  pod: KubernetesObject,
  target: number | string,
): number | undefined {
  if (typeof target === 'number') return target;
  const sidecars = (pod.spec.initContainers ?? []).filter(
    (one: Json) => one.restartPolicy === 'Always',
  );
  return [...pod.spec.containers, ...sidecars]
    .flatMap(({ ports = [] }: Json) => ports)
    .find(({ name }: Json) => name === target)?.containerPort;
}

function portsOf(service: KubernetesObject, pod?: KubernetesObject): Json[] {
  const { ports = [] } = service.spec;
  return ports.flatMap(({ name, protocol, targetPort, appProtocol }: Json) => {
    const wanted = pod ? portOf(pod, targetPort) : targetPort;
    if (typeof wanted !== 'number') return [];
    const port = pod ? listeningPort(pod, wanted) : wanted;
    return [
      {
        ...(name && { name }),
        protocol,
        port,
        ...(appProtocol && { appProtocol }),
      },
    ];
  });
}

/** Groups pods by what the Service's ports mean for them; one empty group where there are none. */
export function groupPods(
  service: KubernetesObject,
  pods: KubernetesObject[],
): EndpointGroup[] {
  if (!pods.length) return [{ ports: portsOf(service), pods: [] }];
  const groups = new Map<string, EndpointGroup>();
  // By name: who became ready first does not matter, so that equal sets compare equal.
  const sorted = [...pods].sort((a, b) =>
    a.metadata.name < b.metadata.name ? -1 : 1,
  );
  for (const pod of sorted) {
    const ports = portsOf(service, pod);
    const key = JSON.stringify(ports);
    const group = groups.get(key) ?? { ports, pods: [] };
    group.pods.push(pod);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const targetRef = ({ metadata }: KubernetesObject): Json => ({
  kind: 'Pod',
  namespace: metadata.namespace,
  name: metadata.name,
  uid: metadata.uid,
});

function subset(
  { ports, pods }: EndpointGroup,
  serveUnready: boolean,
): Json | undefined {
  const address = (pod: KubernetesObject) => ({
    ip: pod.status.podIP,
    nodeName: pod.spec.nodeName,
    targetRef: targetRef(pod),
  });
  const listed = pods.filter(
    pod => serveUnready || !pod.metadata.deletionTimestamp,
  );
  const serving = (pod: KubernetesObject) => serveUnready || isReady(pod);
  const ready = listed.filter(serving).map(address);
  const others = listed.filter(pod => !serving(pod)).map(address);
  if (!listed.length) return undefined;
  return {
    ...(ready.length && { addresses: ready }),
    ...(others.length && { notReadyAddresses: others }),
    ports,
  };
}

/** `v1` Endpoints: the addresses of ready pods, and of the others apart. */
export function endpointsBody(
  service: KubernetesObject,
  groups: EndpointGroup[],
): Json {
  const serveUnready = service.spec.publishNotReadyAddresses === true;
  const subsets = groups.flatMap(group => subset(group, serveUnready) ?? []);
  return {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: {
      labels: {
        ...service.metadata.labels,
        'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
      },
    },
    ...(subsets.length && { subsets }),
  };
}

/** `discovery.k8s.io/v1` EndpointSlice: every pod of a group with its conditions. */
export function sliceBody(
  service: KubernetesObject,
  { ports, pods }: EndpointGroup,
): Json {
  const serveUnready = service.spec.publishNotReadyAddresses === true;
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      labels: {
        ...service.metadata.labels,
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
        'kubernetes.io/service-name': service.metadata.name,
      },
    },
    addressType: 'IPv4',
    endpoints: pods.map(pod => {
      const terminating = pod.metadata.deletionTimestamp !== undefined;
      const serving = isReady(pod);
      return {
        addresses: [pod.status.podIP],
        conditions: {
          ready: serveUnready || (serving && !terminating),
          serving,
          terminating,
        },
        nodeName: pod.spec.nodeName,
        targetRef: targetRef(pod),
      };
    }),
    ports,
  };
}

// SPDX-License-Identifier: Apache-2.0
import { NamedPort, Service, ServicePort, World } from '../objects';

/** Where a request is sent: the address of one ready pod and the port it listens on. */
export interface Endpoint {
  address: string;
  port: number;
}

const sliceServiceLabel = 'kubernetes.io/service-name';

// An endpoint's ports carry the Service port's name; its number is already the pod's, so that a
// targetPort given by name needs no look at the pod.
function portNumber(ports: NamedPort[] | undefined, wanted: ServicePort) {
  return (ports ?? []).find(port => (port.name ?? '') === (wanted.name ?? ''))
    ?.port;
}

function fromSlices(world: World, service: Service, port: ServicePort) {
  const { name, namespace } = service.metadata;
  return world.endpointSlices
    .filter(
      slice =>
        slice.metadata.namespace === namespace &&
        slice.metadata.labels?.[sliceServiceLabel] === name &&
        slice.addressType !== 'FQDN',
    )
    .flatMap(slice =>
      (slice.endpoints ?? [])
        .filter(endpoint => endpoint.conditions?.ready ?? true)
        .flatMap(endpoint => endpoint.addresses)
        .map(address => ({ address, port: portNumber(slice.ports, port) })),
    );
}

function fromEndpoints(world: World, service: Service, port: ServicePort) {
  const { name, namespace } = service.metadata;
  return world.endpoints
    .filter(
      object =>
        object.metadata.namespace === namespace &&
        object.metadata.name === name,
    )
    .flatMap(object => object.subsets ?? [])
    .flatMap(subset =>
      (subset.addresses ?? []).map(({ ip }) => ({
        address: ip,
        port: portNumber(subset.ports, port),
      })),
    );
}

/** The ready endpoints of one port of a Service, each once, in a stable order. */
export function readyEndpoints(
  world: World,
  service: Service,
  port: ServicePort,
): Endpoint[] {
  const found = new Map<string, Endpoint>();
  for (const candidate of [
    ...fromSlices(world, service, port),
    ...fromEndpoints(world, service, port),
  ]) {
    if (candidate.port === undefined) continue;
    const endpoint = { address: candidate.address, port: candidate.port };
    found.set(`${endpoint.address} ${endpoint.port}`, endpoint);
  }
  return [...found.keys()].sort().map(key => found.get(key)!);
}

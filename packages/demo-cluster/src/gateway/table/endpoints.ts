// SPDX-License-Identifier: Apache-2.0
import { NamedPort, ServicePort } from '../objects';
import { Directory } from './Directory';

/** Where a request is sent: the address of one ready pod and the port it listens on. */
export interface Endpoint {
  address: string;
  port: number;
}

// An endpoint's ports carry the Service port's name; its number is already the pod's, so that a
// targetPort given by name needs no look at the pod.
function portNumber(ports: NamedPort[] | undefined, wanted: ServicePort) {
  return (ports ?? []).find(port => (port.name ?? '') === (wanted.name ?? ''))
    ?.port;
}

function fromSlices(directory: Directory, name: string, port: ServicePort) {
  return directory
    .slices(name)
    .filter(({ addressType }) => addressType !== 'FQDN')
    .flatMap(slice =>
      (slice.endpoints ?? [])
        .filter(endpoint => endpoint.conditions?.ready ?? true)
        .flatMap(endpoint => endpoint.addresses)
        .map(address => ({ address, port: portNumber(slice.ports, port) })),
    );
}

function fromEndpoints(directory: Directory, name: string, port: ServicePort) {
  return (directory.endpoints(name)?.subsets ?? []).flatMap(subset =>
    (subset.addresses ?? []).map(({ ip }) => ({
      address: ip,
      port: portNumber(subset.ports, port),
    })),
  );
}

/** The ready endpoints of one port of the Service `namespace/name`, each once, in a stable order. */
export function readyEndpoints(
  directory: Directory,
  name: string,
  port: ServicePort,
): Endpoint[] {
  const found = new Map<string, Endpoint>();
  for (const candidate of [
    ...fromSlices(directory, name, port),
    ...fromEndpoints(directory, name, port),
  ]) {
    if (candidate.port === undefined) continue;
    const endpoint = { address: candidate.address, port: candidate.port };
    found.set(`${endpoint.address} ${endpoint.port}`, endpoint);
  }
  return [...found.keys()].sort().map(key => found.get(key)!);
}

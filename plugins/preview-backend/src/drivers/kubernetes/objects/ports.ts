// SPDX-License-Identifier: Apache-2.0
import type { PodTemplate, Service, ServicePort } from '../model';

/**
 * Ports of the preview's Service: those of the target's Services, so that a
 * route may keep its port numbers; where there is no Service, the ports that
 * the containers name. Where two Services use one number for different
 * things, the first one wins; put those that are routed first, and attach no
 * route to a contested one.
 */
export function portsOf(
  services: Service[],
  template: PodTemplate,
): ServicePort[] {
  const wanted = services.length
    ? services.flatMap(service => service.spec.ports ?? [])
    : template.spec.containers.flatMap(container =>
        (container.ports ?? []).map(port => ({
          port: port.containerPort,
          protocol: port.protocol,
          name: port.name,
        })),
      );
  const kept: ServicePort[] = [];
  for (const port of wanted) {
    const taken = kept.some(
      each =>
        each.port === port.port &&
        (each.protocol ?? 'TCP') === (port.protocol ?? 'TCP'),
    );
    if (!taken) {
      kept.push(copyPort(port));
    }
  }
  return kept.length < 2 ? kept : named(kept);
}

/** Numbers by which these Services mean different ports of the pod. */
export function contestedPorts(
  services: Service[],
  template: PodTemplate,
): number[] {
  const meanings = new Map<number, Set<string>>();
  for (const port of services.flatMap(({ spec }) => spec.ports ?? [])) {
    const meaning = `${podPort(port, template)} ${port.appProtocol ?? ''}`;
    const known = meanings.get(port.port) ?? new Set();
    meanings.set(port.port, known.add(meaning));
  }
  return [...meanings].flatMap(([port, { size }]) => (size > 1 ? [port] : []));
}

function podPort(
  { port, targetPort = port }: ServicePort,
  template: PodTemplate,
): number | string {
  const byName = template.spec.containers
    .flatMap(({ ports }) => ports ?? [])
    .find(({ name }) => name === targetPort);
  return byName?.containerPort ?? targetPort;
}

function copyPort(port: ServicePort): ServicePort {
  const { nodePort: _foreign, ...copied } = port;
  return Object.fromEntries(
    Object.entries({ protocol: 'TCP', ...copied }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as unknown as ServicePort;
}

/** Several ports need names, and each its own. */
function named(ports: ServicePort[]): ServicePort[] {
  const names = new Set<string>();
  return ports.map(port => {
    const free = port.name && !names.has(port.name);
    const name = free
      ? port.name!
      : `p${port.port}-${port.protocol}`.toLowerCase();
    names.add(name);
    return { ...port, name };
  });
}

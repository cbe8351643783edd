// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../../objects';
import {
  FieldError,
  duplicate,
  invalid,
  required,
  unsupported,
} from '../../registry/fieldErrors';
import { nameProblem, validateLabels } from '../../validation/names';
import { preset } from './podDefaults';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];

export function defaultService(service: KubernetesObject): void {
  const spec = (service.spec ??= {}) as Json;
  preset(spec, { type: 'ClusterIP', sessionAffinity: 'None' });
  for (const port of spec.ports ?? [])
    preset(port, { protocol: 'TCP', targetPort: port.port });
  if (spec.type !== 'ExternalName') {
    preset(spec, {
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
    });
    if (spec.type !== 'ClusterIP')
      preset(spec, { externalTrafficPolicy: 'Cluster' });
  }
  preset((service.status ??= {}), { loadBalancer: {} });
}

export function validateService({ spec = {} }: KubernetesObject): FieldError[] {
  const ports: Json[] = spec.ports ?? [];
  const errors = validateLabels(spec.selector, 'spec.selector');
  if (!TYPES.includes(spec.type))
    errors.push(unsupported('spec.type', spec.type, TYPES));
  if (
    spec.type !== 'ExternalName' &&
    spec.clusterIP !== 'None' &&
    ports.length === 0
  ) {
    errors.push(required('spec.ports'));
  }
  const seen = new Set<string>();
  ports.forEach((port, index) => {
    const path = `spec.ports[${index}]`;
    errors.push(...validatePort(port, path, ports.length > 1));
    const identity = `${port.protocol}/${port.port}`;
    if (seen.has(identity))
      errors.push(
        duplicate(path, { port: port.port, protocol: port.protocol }),
      );
    seen.add(identity);
  });
  return errors;
}

function validatePort(
  port: Json,
  path: string,
  several: boolean,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!port.name && several) errors.push(required(`${path}.name`));
  const problem = port.name && nameProblem(port.name, 'label');
  if (problem) errors.push(invalid(`${path}.name`, port.name, problem));
  if (!port.port) errors.push(required(`${path}.port`));
  else if (port.port < 1 || port.port > 65535) {
    errors.push(
      invalid(
        `${path}.port`,
        port.port,
        'must be between 1 and 65535, inclusive',
      ),
    );
  }
  if (!['TCP', 'UDP', 'SCTP'].includes(port.protocol)) {
    errors.push(
      unsupported(`${path}.protocol`, port.protocol, ['SCTP', 'TCP', 'UDP']),
    );
  }
  return errors;
}

export function validateServiceUpdate(
  next: KubernetesObject,
  before: KubernetesObject,
): FieldError[] {
  const was = before.spec?.clusterIP;
  const fixed =
    was &&
    next.spec?.type !== 'ExternalName' &&
    before.spec?.type !== 'ExternalName';
  if (!fixed || next.spec.clusterIP === was) return [];
  return [
    invalid(
      'spec.clusterIPs[0]',
      next.spec.clusterIPs ?? null,
      'may not change once set',
    ),
  ];
}

// SPDX-License-Identifier: Apache-2.0
import { conditionOf } from '../controllers/pods';
import { Column } from '../kinds/Kind';
import { Json, KubernetesObject } from '../objects';
import { showAge } from './age';
import { showMap } from './workloadColumns';

const text = (
  name: string,
  value: (object: KubernetesObject) => Json,
  rest: Partial<Column> = {},
): Column => ({
  name,
  value: object => value(object) ?? '',
  ...rest,
});

function servicePorts({ spec }: KubernetesObject): string {
  const ports: Json[] = spec.ports ?? [];
  return (
    ports.map(({ port, protocol }) => `${port}/${protocol}`).join(',') ||
    '<none>'
  );
}

function addresses({ subsets = [] }: KubernetesObject): string {
  const all: string[] = subsets.flatMap(
    ({ addresses: list = [], ports = [] }: Json) =>
      list.flatMap(({ ip }: Json) =>
        ports.map(({ port }: Json) => `${ip}:${port}`),
      ),
  );
  if (!all.length) return '<none>';
  return all.length > 3
    ? `${all.slice(0, 3).join(',')} + ${all.length - 3} more...`
    : all.join(',');
}

const quota =
  (which: string) =>
  ({ status }: KubernetesObject): string =>
    Object.entries(status?.hard ?? {})
      .filter(([name]) => name.startsWith('limits.') === (which === 'limits'))
      .map(([name, hard]) => `${name}: ${status.used?.[name] ?? 0}/${hard}`)
      .join(', ');

const hostnames = ({ spec }: KubernetesObject): string =>
  JSON.stringify(spec.hostnames ?? []);

/** Columns after the name, by resource; these kinds place their age themselves. */
export const otherColumns: Record<string, Column[]> = {
  services: [
    text('Type', ({ spec }) => spec.type),
    text('Cluster-IP', ({ spec }) => spec.clusterIP),
    text('External-IP', () => '<none>'),
    text('Port(s)', servicePorts),
  ],
  endpoints: [text('Endpoints', addresses)],
  namespaces: [text('Status', ({ status }) => status?.phase)],
  nodes: [
    text('Status', node =>
      conditionOf(node, 'Ready')?.status === 'True' ? 'Ready' : 'NotReady',
    ),
    text('Roles', () => '<none>'),
  ],
  configmaps: [
    text('Data', ({ data = {} }) => Object.keys(data).length, {
      type: 'integer',
    }),
  ],
  secrets: [
    text('Type', ({ type }) => type),
    text('Data', ({ data = {} }) => Object.keys(data).length, {
      type: 'integer',
    }),
  ],
  resourcequotas: [
    text('Request', quota('requests')),
    text('Limit', quota('limits')),
  ],
  persistentvolumeclaims: [text('Status', ({ status }) => status?.phase)],
  'endpointslices.discovery.k8s.io': [
    text('AddressType', ({ addressType }) => addressType),
    text(
      'Ports',
      ({ ports = [] }) =>
        ports.map(({ port }: Json) => port).join(',') || '<unset>',
    ),
    text(
      'Endpoints',
      ({ endpoints = [] }) =>
        endpoints.flatMap((one: Json) => one.addresses).join(',') || '<unset>',
    ),
  ],
  'poddisruptionbudgets.policy': [
    text('Min Available', ({ spec }) => spec.minAvailable ?? 'N/A'),
    text('Max Unavailable', ({ spec }) => spec.maxUnavailable ?? 'N/A'),
    text(
      'Allowed Disruptions',
      ({ status }) => status?.disruptionsAllowed ?? 0,
      { type: 'integer' },
    ),
  ],
  'networkpolicies.networking.k8s.io': [
    text('Pod-Selector', ({ spec }) => showMap(spec?.podSelector?.matchLabels)),
  ],
  'horizontalpodautoscalers.autoscaling': [
    text(
      'Reference',
      ({ spec }) => `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`,
    ),
    text('Minpods', ({ spec }) => spec.minReplicas, { type: 'integer' }),
    text('Maxpods', ({ spec }) => spec.maxReplicas, { type: 'integer' }),
  ],
  'gatewayclasses.gateway.networking.k8s.io': [
    text('Controller', ({ spec }) => spec.controllerName),
    text(
      'Accepted',
      object => conditionOf(object, 'Accepted')?.status ?? 'Unknown',
    ),
  ],
  'gateways.gateway.networking.k8s.io': [
    text('Class', ({ spec }) => spec.gatewayClassName),
    text('Address', ({ status }) => status?.addresses?.[0]?.value),
    text(
      'Programmed',
      object => conditionOf(object, 'Programmed')?.status ?? 'Unknown',
    ),
  ],
  'httproutes.gateway.networking.k8s.io': [text('Hostnames', hostnames)],
  'grpcroutes.gateway.networking.k8s.io': [text('Hostnames', hostnames)],
  'rolebindings.rbac.authorization.k8s.io': [
    text('Role', ({ roleRef }) => `${roleRef.kind}/${roleRef.name}`),
  ],
  'clusterrolebindings.rbac.authorization.k8s.io': [
    text('Role', ({ roleRef }) => `${roleRef.kind}/${roleRef.name}`),
  ],
};

/** Events have no name or age of interest. */
export const eventColumns: Column[] = [
  {
    name: 'Last Seen',
    value: (event, now) => showAge(event.lastTimestamp ?? event.eventTime, now),
  },
  text('Type', ({ type }) => type),
  text('Reason', ({ reason }) => reason),
  text(
    'Object',
    ({ involvedObject: { kind, name } }) =>
      `${String(kind).toLowerCase()}/${name}`,
  ),
  text('Message', ({ message }) => message),
  text('Name', ({ metadata }) => metadata.name, { priority: 1 }),
];

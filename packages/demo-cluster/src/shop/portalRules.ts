// SPDX-License-Identifier: Apache-2.0
import { V1PolicyRule } from '@kubernetes/client-node';

const read = ['get', 'list', 'watch'];
const readAndWrite = [...read, 'create', 'patch', 'delete'];

/** What a portal's account may do in a namespace where previews run: the rules of a Role. */
export const portalRules: V1PolicyRule[] = [
  { apiGroups: [''], resources: ['services'], verbs: readAndWrite },
  // Creating is only ever a dry run: it tells what admission thinks of the pod.
  { apiGroups: [''], resources: ['pods'], verbs: [...read, 'create'] },
  {
    apiGroups: [''],
    resources: ['pods/log', 'endpoints', 'events', 'resourcequotas'],
    verbs: read,
  },
  // Of the namespace itself: it may name the entity that its workloads belong to.
  { apiGroups: [''], resources: ['namespaces'], verbs: ['get'] },
  { apiGroups: ['batch'], resources: ['jobs'], verbs: readAndWrite },
  { apiGroups: ['apps'], resources: ['replicasets'], verbs: readAndWrite },
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'statefulsets'],
    verbs: read,
  },
  {
    apiGroups: ['gateway.networking.k8s.io'],
    resources: ['httproutes'],
    verbs: readAndWrite,
  },
  {
    apiGroups: ['gateway.networking.k8s.io'],
    resources: ['gateways'],
    verbs: read,
  },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: read },
  {
    apiGroups: ['autoscaling'],
    resources: ['horizontalpodautoscalers'],
    verbs: read,
  },
  {
    apiGroups: ['networking.k8s.io'],
    resources: ['networkpolicies'],
    verbs: read,
  },
];

/** The same without one verb: everything works until a route is to be attached. */
export const restrictedPortalRules: V1PolicyRule[] = portalRules.map(rule =>
  rule.resources?.includes('httproutes')
    ? { ...rule, verbs: rule.verbs.filter(verb => verb !== 'patch') }
    : rule,
);

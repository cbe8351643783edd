// SPDX-License-Identifier: Apache-2.0
import { V1PolicyRule } from '@kubernetes/client-node';

const gatewayGroup = 'gateway.networking.k8s.io';
const read = ['get', 'list', 'watch'];

/** What the gateway's account may do: the rules of a ClusterRole. */
export const gatewayRules: V1PolicyRule[] = [
  {
    apiGroups: [gatewayGroup],
    resources: ['gatewayclasses', 'gateways', 'httproutes', 'referencegrants'],
    verbs: read,
  },
  {
    apiGroups: [gatewayGroup],
    resources: [
      'gatewayclasses/status',
      'gateways/status',
      'httproutes/status',
    ],
    verbs: ['patch'],
  },
  {
    apiGroups: [''],
    resources: ['services', 'endpoints', 'namespaces'],
    verbs: read,
  },
  {
    apiGroups: ['discovery.k8s.io'],
    resources: ['endpointslices'],
    verbs: read,
  },
];

// SPDX-License-Identifier: Apache-2.0
import { V1PolicyRule } from '@kubernetes/client-node';

const read = ['get', 'list', 'watch'];

/** What the operator's account may do: the rules of a ClusterRole. */
export const operatorRules: V1PolicyRule[] = [
  {
    apiGroups: ['preview.mirrord.metalbear.co'],
    resources: ['previewsessions'],
    verbs: [...read, 'patch', 'delete'],
  },
  {
    apiGroups: ['preview.mirrord.metalbear.co'],
    resources: ['previewsessions/status'],
    verbs: ['patch'],
  },
  {
    apiGroups: ['operator.metalbear.co'],
    resources: ['mirrordoperators'],
    verbs: ['create'],
  },
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'statefulsets'],
    verbs: [...read, 'create', 'delete'],
  },
  { apiGroups: [''], resources: ['pods'], verbs: read },
  { apiGroups: [''], resources: ['services'], verbs: ['create', 'delete'] },
];

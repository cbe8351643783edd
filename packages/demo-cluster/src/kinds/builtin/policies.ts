// SPDX-License-Identifier: Apache-2.0
import { required } from '../../registry/fieldErrors';
import { Kind, defineKind } from '../Kind';
import { modelSchema } from '../modelSchema';
import { preset } from './podDefaults';

/** What limits, scales, isolates and authorizes. */
export const policyKinds: Kind[] = [
  defineKind({
    group: 'autoscaling',
    version: 'v2',
    kind: 'HorizontalPodAutoscaler',
    plural: 'horizontalpodautoscalers',
    shortNames: ['hpa'],
    categories: ['all'],
    status: true,
    schema: modelSchema('V2HorizontalPodAutoscaler'),
    defaults: autoscaler =>
      preset((autoscaler.spec ??= {}), { minReplicas: 1 }),
    validate: ({ spec }) =>
      spec?.scaleTargetRef?.name ? [] : [required('spec.scaleTargetRef.name')],
  }),
  defineKind({
    group: 'policy',
    kind: 'PodDisruptionBudget',
    plural: 'poddisruptionbudgets',
    shortNames: ['pdb'],
    status: true,
    generation: true,
    schema: modelSchema('V1PodDisruptionBudget'),
  }),
  defineKind({
    group: 'networking.k8s.io',
    kind: 'NetworkPolicy',
    plural: 'networkpolicies',
    shortNames: ['netpol'],
    generation: true,
    schema: modelSchema('V1NetworkPolicy'),
  }),
  defineKind({
    group: 'discovery.k8s.io',
    kind: 'EndpointSlice',
    plural: 'endpointslices',
    generation: true,
    schema: modelSchema('V1EndpointSlice'),
  }),
  ...(
    ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'] as const
  ).map(kind =>
    defineKind({
      group: 'rbac.authorization.k8s.io',
      kind,
      plural: `${kind.toLowerCase()}s`,
      namespaced: !kind.startsWith('Cluster'),
      nameRule: 'path',
      schema: modelSchema(`V1${kind}`),
      defaults: kind.endsWith('Binding')
        ? binding => {
            preset(binding.roleRef ?? {}, {
              apiGroup: 'rbac.authorization.k8s.io',
            });
            for (const subject of binding.subjects ?? []) {
              preset(
                subject,
                subject.kind === 'ServiceAccount'
                  ? {}
                  : { apiGroup: 'rbac.authorization.k8s.io' },
              );
            }
          }
        : undefined,
    }),
  ),
];

// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../../objects';
import { forbiddenField } from '../../registry/fieldErrors';
import {
  selectorIsImmutable,
  validateWorkload,
} from '../../validation/workloads';
import { Kind, defineKind } from '../Kind';
import { modelSchema } from '../modelSchema';
import { defaultTemplate, preset } from './podDefaults';

const apps = (
  kind: string,
  plural: string,
  shortName: string,
  rest: Partial<Kind>,
): Kind =>
  defineKind({
    group: 'apps',
    kind,
    plural,
    shortNames: [shortName],
    categories: ['all'],
    status: true,
    generation: true,
    schema: modelSchema(`V1${kind}`),
    validate: validateWorkload,
    validateUpdate: selectorIsImmutable,
    ...rest,
  });

const COUNTED = ['ReplicaSet', 'StatefulSet'];

const withTemplate =
  (fill: (spec: Json) => void) => (object: KubernetesObject) => {
    const spec = (object.spec ??= {});
    fill(spec);
    defaultTemplate(spec);
    preset(
      (object.status ??= {}),
      COUNTED.includes(object.kind) ? { replicas: 0 } : {},
    );
  };

const STATEFUL_FIXED = [
  'serviceName',
  'volumeClaimTemplates',
  'podManagementPolicy',
  'selector',
];

/** Deployment, ReplicaSet, StatefulSet, DaemonSet. */
export const appsKinds: Kind[] = [
  apps('Deployment', 'deployments', 'deploy', {
    scale: true,
    defaults: withTemplate(spec => {
      preset(spec, {
        replicas: 1,
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        strategy: {},
      });
      preset(spec.strategy, { type: 'RollingUpdate' });
      if (spec.strategy.type === 'RollingUpdate') {
        preset(spec.strategy, { rollingUpdate: {} });
        preset(spec.strategy.rollingUpdate, {
          maxUnavailable: '25%',
          maxSurge: '25%',
        });
      }
    }),
  }),
  apps('ReplicaSet', 'replicasets', 'rs', {
    scale: true,
    defaults: withTemplate(spec => preset(spec, { replicas: 1 })),
  }),
  apps('StatefulSet', 'statefulsets', 'sts', {
    scale: true,
    defaults: withTemplate(spec => {
      preset(spec, {
        replicas: 1,
        revisionHistoryLimit: 10,
        podManagementPolicy: 'OrderedReady',
        updateStrategy: {},
      });
      preset(spec.updateStrategy, { type: 'RollingUpdate' });
    }),
    validateUpdate: (next, before) =>
      STATEFUL_FIXED.some(
        field =>
          JSON.stringify(next.spec[field]) !==
          JSON.stringify(before.spec[field]),
      )
        ? [
            forbiddenField(
              'spec',
              "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
            ),
          ]
        : [],
    validate: validateStatefulSet,
  }),
  apps('DaemonSet', 'daemonsets', 'ds', {
    defaults: withTemplate(spec => {
      preset(spec, { revisionHistoryLimit: 10, updateStrategy: {} });
      preset(spec.updateStrategy, { type: 'RollingUpdate' });
    }),
  }),
];

/** Claim templates stand for volumes that the pods will have. */
function validateStatefulSet(object: KubernetesObject) {
  const claims: Json[] = object.spec?.volumeClaimTemplates ?? [];
  const pod = object.spec?.template?.spec;
  if (!pod) return validateWorkload(object);
  const volumes = claims.map(claim => ({
    name: claim.metadata?.name,
    emptyDir: {},
  }));
  const template = {
    ...object.spec.template,
    spec: { ...pod, volumes: [...(pod.volumes ?? []), ...volumes] },
  };
  return validateWorkload({ ...object, spec: { ...object.spec, template } });
}

// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../../objects';
import { forbiddenField } from '../../registry/fieldErrors';
import { validatePodSpec } from '../../validation/podSpec';
import { Kind, defineKind } from '../Kind';
import { modelSchema } from '../modelSchema';
import { defaultPodSpec, preset } from './podDefaults';
import { qosClass } from './qosClass';
import { podUpdateProblems } from './podUpdate';
import {
  defaultService,
  validateService,
  validateServiceUpdate,
} from './service';

const core = (kind: string, plural: string, rest: Partial<Kind> = {}): Kind =>
  defineKind({ kind, plural, schema: modelSchema(`V1${kind}`), ...rest });

function immutableData(next: KubernetesObject, before: KubernetesObject) {
  if (!before.immutable) return [];
  const same =
    JSON.stringify([next.data, next.binaryData]) ===
    JSON.stringify([before.data, before.binaryData]);
  return same && next.immutable
    ? []
    : [forbiddenField('data', 'field is immutable when `immutable` is set')];
}

function secretDefaults(secret: KubernetesObject): void {
  preset(secret, { type: 'Opaque' });
  for (const [key, text] of Object.entries(secret.stringData ?? {})) {
    secret.data = {
      ...secret.data,
      [key]: Buffer.from(String(text)).toString('base64'),
    };
  }
  delete secret.stringData;
}

function podDefaults(pod: KubernetesObject): void {
  defaultPodSpec((pod.spec ??= {}) as Json);
  preset(pod.spec, { enableServiceLinks: true });
  preset((pod.status ??= {}), { phase: 'Pending' });
  // Not preset: limits of the namespace may come in after the first round of defaults.
  pod.status.qosClass = qosClass(pod);
}

/** The kinds of the core group. */
export const coreKinds: Kind[] = [
  core('Namespace', 'namespaces', {
    namespaced: false,
    shortNames: ['ns'],
    status: true,
    nameRule: 'label',
    defaults(namespace) {
      namespace.metadata.labels = {
        ...namespace.metadata.labels,
        'kubernetes.io/metadata.name': namespace.metadata.name,
      };
      preset((namespace.spec ??= {}), { finalizers: ['kubernetes'] });
      preset((namespace.status ??= {}), { phase: 'Active' });
    },
  }),
  core('Pod', 'pods', {
    shortNames: ['po'],
    categories: ['all'],
    status: true,
    generation: true,
    defaults: podDefaults,
    validate: pod => validatePodSpec(pod.spec, 'spec'),
    validateUpdate: podUpdateProblems,
  }),
  core('Service', 'services', {
    shortNames: ['svc'],
    categories: ['all'],
    status: true,
    nameRule: 'service',
    defaults: defaultService,
    validate: validateService,
    validateUpdate: validateServiceUpdate,
  }),
  core('Endpoints', 'endpoints', { shortNames: ['ep'], singular: 'endpoints' }),
  core('ConfigMap', 'configmaps', {
    shortNames: ['cm'],
    validateUpdate: immutableData,
  }),
  core('Secret', 'secrets', {
    defaults: secretDefaults,
    validateUpdate: immutableData,
  }),
  core('ServiceAccount', 'serviceaccounts', { shortNames: ['sa'] }),
  core('Event', 'events', {
    shortNames: ['ev'],
    schema: modelSchema('CoreV1Event'),
  }),
  core('ResourceQuota', 'resourcequotas', {
    shortNames: ['quota'],
    status: true,
  }),
  core('LimitRange', 'limitranges', { shortNames: ['limits'] }),
  core('PersistentVolumeClaim', 'persistentvolumeclaims', {
    shortNames: ['pvc'],
    status: true,
    defaults: claim => {
      preset((claim.spec ??= {}), { volumeMode: 'Filesystem' });
      preset((claim.status ??= {}), { phase: 'Pending' });
    },
  }),
  core('Node', 'nodes', {
    namespaced: false,
    shortNames: ['no'],
    status: true,
  }),
];

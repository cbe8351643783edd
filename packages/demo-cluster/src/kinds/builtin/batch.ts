// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../../objects';
import { FieldError, invalid, required } from '../../registry/fieldErrors';
import { validateTemplate } from '../../validation/podSpec';
import { immutable, notNegative } from '../../validation/workloads';
import { Kind, defineKind } from '../Kind';
import { modelSchema } from '../modelSchema';
import { defaultTemplate, preset } from './podDefaults';

function defaultJob(job: KubernetesObject): void {
  const spec = (job.spec ??= {}) as Json;
  if (spec.completions === undefined && spec.parallelism === undefined)
    preset(spec, { completions: 1 });
  preset(spec, {
    parallelism: 1,
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    suspend: false,
    podReplacementPolicy: 'TerminatingOrFailed',
  });
  // The uid stands in selector and template, so that two jobs never share a pod.
  if (
    !spec.manualSelector &&
    spec.template &&
    !spec.selector &&
    job.metadata.uid
  ) {
    const { uid, name } = job.metadata;
    const metadata = (spec.template.metadata ??= {});
    metadata.labels = {
      ...metadata.labels,
      'batch.kubernetes.io/controller-uid': uid,
      'batch.kubernetes.io/job-name': name,
      'controller-uid': uid,
      'job-name': name,
    };
    spec.selector = {
      matchLabels: { 'batch.kubernetes.io/controller-uid': uid },
    };
  }
  const { labels } = job.metadata;
  if (!labels && spec.template?.metadata?.labels)
    job.metadata.labels = { ...spec.template.metadata.labels };
  preset(job, { status: {} });
  defaultTemplate(spec);
}

function validateJobSpec(spec: Json, path: string): FieldError[] {
  const errors = (
    [
      'parallelism',
      'completions',
      'backoffLimit',
      'activeDeadlineSeconds',
      'ttlSecondsAfterFinished',
    ] as const
  ).flatMap(field => notNegative(spec[field], `${path}.${field}`));
  errors.push(...validateTemplate(spec.template, `${path}.template`));
  if (
    spec.template &&
    !['OnFailure', 'Never'].includes(spec.template.spec?.restartPolicy)
  ) {
    errors.push(
      required(
        `${path}.template.spec.restartPolicy`,
        'valid values: "OnFailure", "Never"',
      ),
    );
  }
  return errors;
}

function validateJobUpdate(
  next: KubernetesObject,
  before: KubernetesObject,
): FieldError[] {
  const errors = ['completions', 'selector', 'completionMode'].flatMap(field =>
    immutable(next.spec[field], before.spec[field], `spec.${field}`),
  );
  // While a job is suspended and has never started, scheduling directives may change; the rest may not.
  errors.push(
    ...immutable(next.spec.template, before.spec.template, 'spec.template'),
  );
  return errors;
}

const batch = (kind: string, plural: string, rest: Partial<Kind>): Kind =>
  defineKind({
    group: 'batch',
    kind,
    plural,
    categories: ['all'],
    status: true,
    generation: true,
    schema: modelSchema(`V1${kind}`),
    ...rest,
  });

/** Job and CronJob. */
export const batchKinds: Kind[] = [
  batch('Job', 'jobs', {
    defaults: defaultJob,
    validate: job => validateJobSpec(job.spec ?? {}, 'spec'),
    validateUpdate: validateJobUpdate,
  }),
  batch('CronJob', 'cronjobs', {
    shortNames: ['cj'],
    defaults: cronJob =>
      preset((cronJob.spec ??= {}), {
        concurrencyPolicy: 'Allow',
        suspend: false,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 1,
      }),
    validate: ({ spec = {} }) =>
      (spec.schedule ?? '').trim().split(/\s+/).length === 5
        ? []
        : [
            invalid(
              'spec.schedule',
              spec.schedule ?? '',
              'expected exactly 5 fields',
            ),
          ],
  }),
];

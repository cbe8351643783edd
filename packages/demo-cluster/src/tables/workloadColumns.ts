// SPDX-License-Identifier: Apache-2.0
import { Column } from '../kinds/Kind';
import { Json, KubernetesObject } from '../objects';
import { conditionOf } from '../controllers/pods';
import { showAge } from './age';

const number = (
  name: string,
  value: (object: KubernetesObject) => number | undefined,
): Column => ({
  name,
  type: 'integer',
  value: object => value(object) ?? 0,
});

const images: Column[] = [
  {
    name: 'Containers',
    priority: 1,
    value: ({ spec }) =>
      spec.template.spec.containers.map((one: Json) => one.name).join(','),
  },
  {
    name: 'Images',
    priority: 1,
    value: ({ spec }) =>
      spec.template.spec.containers.map((one: Json) => one.image).join(','),
  },
  {
    name: 'Selector',
    priority: 1,
    value: ({ spec }) => showMap(spec.selector?.matchLabels),
  },
];

/** `a=b,c=d`, or `<none>`. */
export function showMap(map: Record<string, string> | undefined): string {
  const pairs = Object.entries(map ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  return pairs.join(',') || '<none>';
}

function jobState(job: KubernetesObject): string {
  const isTrue = (type: string) => conditionOf(job, type)?.status === 'True';
  if (isTrue('Complete')) return 'Complete';
  if (isTrue('Failed')) return 'Failed';
  if (job.metadata.deletionTimestamp) return 'Terminating';
  if (isTrue('Suspended')) return 'Suspended';
  return isTrue('FailureTarget') ? 'FailureTarget' : 'Running';
}

function completions({ spec, status }: KubernetesObject): string {
  const succeeded = status?.succeeded ?? 0;
  if (spec.completions !== undefined) return `${succeeded}/${spec.completions}`;
  return spec.parallelism > 1
    ? `${succeeded}/1 of ${spec.parallelism}`
    : `${succeeded}/1`;
}

/** Columns between name and age, by resource. */
export const workloadColumns: Record<
  string,
  { columns: Column[]; wide?: Column[] }
> = {
  'deployments.apps': {
    columns: [
      {
        name: 'Ready',
        value: ({ spec, status }) =>
          `${status?.readyReplicas ?? 0}/${spec.replicas}`,
      },
      number('Up-to-date', ({ status }) => status?.updatedReplicas),
      number('Available', ({ status }) => status?.availableReplicas),
    ],
    wide: images,
  },
  'replicasets.apps': {
    columns: [
      number('Desired', ({ spec }) => spec.replicas),
      number('Current', ({ status }) => status?.replicas),
      number('Ready', ({ status }) => status?.readyReplicas),
    ],
    wide: images,
  },
  'statefulsets.apps': {
    columns: [
      {
        name: 'Ready',
        value: ({ spec, status }) =>
          `${status?.readyReplicas ?? 0}/${spec.replicas}`,
      },
    ],
    wide: images.slice(0, 2),
  },
  'daemonsets.apps': {
    columns: [
      number('Desired', ({ status }) => status?.desiredNumberScheduled),
      number('Current', ({ status }) => status?.currentNumberScheduled),
      number('Ready', ({ status }) => status?.numberReady),
    ],
  },
  'jobs.batch': {
    columns: [
      { name: 'Status', value: jobState },
      { name: 'Completions', value: completions },
      {
        name: 'Duration',
        value: ({ status }, now) =>
          status?.startTime
            ? showAge(
                status.startTime,
                status.completionTime ? Date.parse(status.completionTime) : now,
              )
            : '',
      },
    ],
    wide: images,
  },
  'cronjobs.batch': {
    columns: [
      { name: 'Schedule', value: ({ spec }) => spec.schedule },
      {
        name: 'Suspend',
        value: ({ spec }) => (spec.suspend ? 'True' : 'False'),
      },
    ],
  },
};

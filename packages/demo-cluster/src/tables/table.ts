// SPDX-License-Identifier: Apache-2.0
import { Column, Kind, apiVersionOf } from '../kinds/Kind';
import { Json, KubernetesObject } from '../objects';
import { qualified } from '../registry/StatusError';
import { showAge } from './age';
import { eventColumns, otherColumns } from './otherColumns';
import { podColumns, podWideColumns } from './podColumns';
import { workloadColumns } from './workloadColumns';

const NAME: Column = { name: 'Name', value: ({ metadata }) => metadata.name };
const AGE: Column = {
  name: 'Age',
  value: ({ metadata }, now) => showAge(metadata.creationTimestamp, now),
};

/** The columns of `kubectl get` for a kind. */
export function columnsOf(kind: Kind): Column[] {
  const resource = qualified(kind);
  if (resource === 'events') return eventColumns;
  if (resource === 'pods') return [NAME, ...podColumns, AGE, ...podWideColumns];
  const workload = workloadColumns[resource];
  if (workload)
    return [NAME, ...workload.columns, AGE, ...(workload.wide ?? [])];
  return [NAME, ...(otherColumns[resource] ?? kind.columns), AGE];
}

/** Whether a client prefers a table. */
export function wantsTable(accept: string): boolean {
  return accept
    .split(',')
    .some(
      type => /;\s*as=Table/.test(type) && /;\s*v=v1(;|$)/.test(type.trim()),
    );
}

function row(
  kind: Kind,
  object: KubernetesObject,
  now: number,
  include: string,
): Json {
  // Items of a list do not say their type.
  const whole = { ...object, apiVersion: apiVersionOf(kind), kind: kind.kind };
  const partial = {
    apiVersion: 'meta.k8s.io/v1',
    kind: 'PartialObjectMetadata',
    metadata: object.metadata,
  };
  return {
    cells: columnsOf(kind).map(column => column.value(object, now)),
    ...(include !== 'None' && {
      object: include === 'Object' ? whole : partial,
    }),
  };
}

/** A list, or a single object, as a `meta.k8s.io/v1` Table. */
export function toTable(
  kind: Kind,
  body: Json,
  now: number,
  include: string,
): Json {
  const columns = columnsOf(kind);
  const items: KubernetesObject[] = body.items ?? [body];
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: { resourceVersion: body.metadata.resourceVersion },
    columnDefinitions: columns.map(
      ({ name, type = 'string', priority = 0 }) => ({
        name,
        type,
        format: name === 'Name' ? 'name' : '',
        description: '',
        priority,
      }),
    ),
    rows: items.map(item => row(kind, item, now, include)),
  };
}

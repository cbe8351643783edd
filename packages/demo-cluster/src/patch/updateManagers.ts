// SPDX-License-Identifier: Apache-2.0
import { Kind, apiVersionOf } from '../kinds/Kind';
import { Json, KubernetesObject, ManagedFieldsEntry } from '../objects';
import { changedPaths } from './changedPaths';
import { isEmpty, pathsOf, setOf, without } from './fieldSets';

export interface UpdateRequest {
  kind: Kind;
  before?: KubernetesObject;
  after: Json;
  manager: string;
  subresource?: string;
  time: string;
}

/** `managedFields` after a create, update or patch: its writer owns what it changed. */
export function managersAfterUpdate(
  request: UpdateRequest,
): ManagedFieldsEntry[] {
  const { kind, before, after, manager, subresource, time } = request;
  const { set, removed } = changedPaths(before ?? {}, after, kind.schema);
  const entries = before?.metadata.managedFields ?? [];
  const isMine = (entry: ManagedFieldsEntry) =>
    entry.manager === manager &&
    entry.operation === 'Update' &&
    (entry.subresource ?? '') === (subresource ?? '');
  const mine = pathsOf(entries.find(isMine)?.fieldsV1 ?? {});
  const gone = [...set, ...removed];
  const others = entries
    .filter(entry => !isMine(entry))
    .map(entry => ({ ...entry, fieldsV1: without(entry.fieldsV1, gone) }));
  const fieldsV1 = without(setOf([...mine, ...set]), removed);
  const own: ManagedFieldsEntry = {
    manager,
    operation: 'Update',
    apiVersion: apiVersionOf(kind),
    time,
    fieldsType: 'FieldsV1',
    fieldsV1,
    ...(subresource && { subresource }),
  };
  return [...others, own].filter(entry => !isEmpty(entry.fieldsV1));
}

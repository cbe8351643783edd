// SPDX-License-Identifier: Apache-2.0
import { equalJson } from '../json';
import { Kind, apiVersionOf } from '../kinds/Kind';
import { Json, KubernetesObject, ManagedFieldsEntry } from '../objects';
import { Cause, StatusError } from '../registry/StatusError';
import {
  FieldSet,
  hasPath,
  isEmpty,
  pathsOf,
  setOf,
  showPath,
  touches,
  without,
} from './fieldSets';
import { ownedPaths } from './fieldWalk';
import { overlay, removeAt, valueAt } from './mergeApplied';

export interface ApplyRequest {
  kind: Kind;
  /** Absent when the object is created by this apply. */
  live?: KubernetesObject;
  body: Json;
  manager: string;
  force: boolean;
  subresource?: string;
  time: string;
}

/**
 * Server-side apply: the body is everything that its manager wants. What it named before and no
 * longer names goes, unless somebody else named it too.
 * @throws StatusError 409 when another manager's field would change and `force` is not set
 */
export function applyConfiguration(request: ApplyRequest): Json {
  const { kind, live, body, manager, force, subresource, time } = request;
  const entries = live?.metadata.managedFields ?? [];
  const isMine = (entry: ManagedFieldsEntry) =>
    entry.manager === manager &&
    entry.operation === 'Apply' &&
    (entry.subresource ?? '') === (subresource ?? '');
  const wanted = ownedPaths(body, kind.schema);
  const previous = pathsOf(entries.find(isMine)?.fieldsV1 ?? {});
  const others = entries.filter(entry => !isMine(entry));
  const disputed = live ? conflicts(live, body, wanted, others, kind) : [];
  if (disputed.length && !force) throw applyConflict(disputed);

  const lost = disputed.map(({ path }) => path);
  const kept = others
    .map(entry => ({ ...entry, fieldsV1: without(entry.fieldsV1, lost) }))
    .filter(entry => !isEmpty(entry.fieldsV1));
  const mine: FieldSet = setOf(wanted);
  const dropped = previous.filter(
    path =>
      !touches(mine, path) &&
      !kept.some(entry => touches(entry.fieldsV1, path)),
  );
  const trimmed = dropped.reduce(
    (object, path) => removeAt(object, path, kind.schema),
    (live ?? {}) as Json,
  );
  const merged = overlay(trimmed, body, kind.schema);
  const entry: ManagedFieldsEntry = {
    manager,
    operation: 'Apply',
    apiVersion: apiVersionOf(kind),
    time,
    fieldsType: 'FieldsV1',
    fieldsV1: mine,
    ...(subresource && { subresource }),
  };
  const { resourceVersion, uid } = body.metadata ?? {};
  return {
    ...merged,
    metadata: {
      ...merged.metadata,
      resourceVersion,
      uid,
      managedFields: [entry, ...kept],
    },
  };
}

interface Dispute {
  path: string[];
  owner: ManagedFieldsEntry;
}

function conflicts(
  live: Json,
  body: Json,
  wanted: string[][],
  others: ManagedFieldsEntry[],
  kind: Kind,
): Dispute[] {
  return wanted.flatMap(path => {
    const value = valueAt(body, path, kind.schema);
    if (
      equalJson(valueAt(live, path, kind.schema), value) ||
      path[path.length - 1].startsWith('k:')
    )
      return [];
    return others
      .filter(entry => hasPath(entry.fieldsV1, path))
      .map(owner => ({ path, owner }));
  });
}

function applyConflict(disputes: Dispute[]): StatusError {
  const who = ({ owner }: Dispute) =>
    owner.operation === 'Apply'
      ? `"${owner.manager}"`
      : `"${owner.manager}"${
          owner.subresource ? ` with subresource "${owner.subresource}"` : ''
        } using ${owner.apiVersion}`;
  const causes: Cause[] = disputes.map(dispute => ({
    reason: 'FieldManagerConflict',
    message: `conflict with ${who(dispute)}`,
    field: showPath(dispute.path),
  }));
  const owners = [...new Set(disputes.map(who))];
  const fields = causes.map(({ field }) => field);
  const single = causes.length === 1;
  const message = single
    ? `Apply failed with 1 conflict: conflict with ${owners[0]}: ${fields[0]}`
    : `Apply failed with ${causes.length} conflicts: ${owners
        .map(
          owner =>
            `conflicts with ${owner}:\n${disputes
              .filter(item => who(item) === owner)
              .map(item => `- ${showPath(item.path)}`)
              .join('\n')}`,
        )
        .join('\n')}`;
  return new StatusError(409, 'Conflict', message, { causes });
}

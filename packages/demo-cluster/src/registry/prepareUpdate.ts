// SPDX-License-Identifier: Apache-2.0
import { cloneJson, equalJson } from '../json';
import { Kind } from '../kinds/Kind';
import { Json, KubernetesObject } from '../objects';
import {
  validateMetadata,
  validateMetadataUpdate,
} from '../validation/metadata';
import { forbiddenField, invalidObject } from './fieldErrors';
import { conflict, staleVersion } from './StatusError';

interface Update {
  kind: Kind;
  before: KubernetesObject;
  body: KubernetesObject;
  subresource?: 'status';
}

/**
 * What would be stored for an update, or `before` itself when nothing changes.
 * @throws StatusError 409 for an outdated version or another uid, 422 for invalid content
 */
export function prepareUpdate(
  update: Update,
  admit: (object: KubernetesObject) => void,
): KubernetesObject {
  const { kind, before, body, subresource } = update;
  const { name } = before.metadata;
  const { resourceVersion, uid } = body.metadata;
  if (uid && uid !== before.metadata.uid) {
    throw conflict(
      kind,
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${before.metadata.uid}`,
    );
  }
  if (resourceVersion && resourceVersion !== before.metadata.resourceVersion)
    throw staleVersion(kind, name);
  const next = subresource
    ? withStatusOf(before, body)
    : withSpecOf(before, body, kind);
  if (!subresource) kind.defaults?.(next);
  admit(next);
  if (kind.generation && !subresource && changesDesiredState(before, next)) {
    next.metadata.generation = (before.metadata.generation ?? 0) + 1;
  }
  if (isUnchanged(before, next)) return before;
  if (!subresource) validate(kind, before, next);
  return next;
}

/** Everything but the status is shared with the stored object, which nobody can change. */
function withStatusOf(
  before: KubernetesObject,
  body: KubernetesObject,
): KubernetesObject {
  const { managedFields } = body.metadata;
  const { status: _status, ...rest } = before;
  return {
    ...rest,
    metadata: { ...before.metadata, ...(managedFields && { managedFields }) },
    ...(body.status !== undefined && { status: cloneJson(body.status) }),
  } as KubernetesObject;
}

function withSpecOf(
  before: KubernetesObject,
  body: KubernetesObject,
  kind: Kind,
): KubernetesObject {
  const owned = before.metadata;
  const { metadata, ...rest } = cloneJson(body);
  const next: KubernetesObject = {
    ...rest,
    apiVersion: before.apiVersion,
    kind: before.kind,
    metadata: {
      ...metadata,
      name: metadata.name ?? owned.name,
      uid: owned.uid,
      resourceVersion: owned.resourceVersion,
      creationTimestamp: owned.creationTimestamp,
      generation: owned.generation,
      deletionTimestamp: owned.deletionTimestamp,
      deletionGracePeriodSeconds: owned.deletionGracePeriodSeconds,
      generateName: owned.generateName,
      ...(owned.namespace && {
        namespace: metadata.namespace ?? owned.namespace,
      }),
    },
  };
  if (kind.status) next.status = cloneJson(before.status);
  dropUndefined(next.metadata);
  dropUndefined(next);
  return next;
}

function dropUndefined(target: Json): void {
  for (const key of Object.keys(target)) {
    const value = target[key];
    const empty =
      key !== 'spec' && key !== 'status' && isEmptyCollection(key, value);
    if (value === undefined || empty) delete target[key];
  }
}

const OMITTED_WHEN_EMPTY = [
  'labels',
  'annotations',
  'ownerReferences',
  'finalizers',
  'managedFields',
];

function isEmptyCollection(key: string, value: unknown): boolean {
  return (
    OMITTED_WHEN_EMPTY.includes(key) &&
    (!value || Object.keys(value).length === 0)
  );
}

function validate(
  kind: Kind,
  before: KubernetesObject,
  next: KubernetesObject,
): void {
  const added = (next.metadata.finalizers ?? []).filter(
    item => !before.metadata.finalizers?.includes(item),
  );
  const errors = [
    ...validateMetadata(kind, next),
    ...validateMetadataUpdate(next, before),
    ...(kind.validate?.(next) ?? []),
    ...(kind.validateUpdate?.(next, before) ?? []),
  ];
  if (before.metadata.deletionTimestamp && added.length) {
    const list = added.map(item => `"${item}"`).join(', ');
    errors.push(
      forbiddenField(
        'metadata.finalizers',
        `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`,
      ),
    );
  }
  if (errors.length) throw invalidObject(kind, before.metadata.name, errors);
}

function changesDesiredState(
  before: KubernetesObject,
  next: KubernetesObject,
): boolean {
  const desired = ({
    metadata: _metadata,
    status: _status,
    ...rest
  }: KubernetesObject) => rest;
  return !equalJson(desired(before), desired(next));
}

function isUnchanged(
  before: KubernetesObject,
  next: KubernetesObject,
): boolean {
  const untimed = (object: KubernetesObject) => ({
    ...object,
    metadata: {
      ...object.metadata,
      managedFields: object.metadata.managedFields?.map(
        ({ time: _time, ...entry }) => entry,
      ),
    },
  });
  return equalJson(untimed(before), untimed(next));
}

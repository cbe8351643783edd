// SPDX-License-Identifier: Apache-2.0
import { cloneJson } from '../json';
import { toTime } from '../clock';
import { Kind } from '../kinds/Kind';
import { Json, KubernetesObject } from '../objects';
import { invalidOptions, unsupported } from './fieldErrors';
import { Registry, isFree } from './Registry';
import { badRequest, conflict, qualified } from './StatusError';
import { WriteContext, controllerContext } from './WriteContext';

export interface DeleteOptions {
  propagationPolicy?: string;
  orphanDependents?: boolean;
  gracePeriodSeconds?: number;
  preconditions?: { uid?: string; resourceVersion?: string };
}

export interface Deletion {
  /** Gone from the store, not merely marked. */
  gone: boolean;
  object: KubernetesObject;
}

const PROPAGATION = ['Foreground', 'Background', 'Orphan'];
const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';
const JOB_WARNING =
  'child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning';

/** Deletes an object, or marks it as deleted where something has to happen first. */
export function deleteObject(
  registry: Registry,
  kind: Kind,
  object: KubernetesObject,
  options: DeleteOptions,
  context: WriteContext = controllerContext('controllers'),
): Deletion {
  checkPreconditions(kind, object, options.preconditions ?? {});
  const next = cloneJson(object);
  const { metadata } = next;
  metadata.finalizers = finalizersFor(kind, object, options, context);
  if (!metadata.finalizers.length) delete metadata.finalizers;
  const grace = graceOf(kind, object, options);
  const already = metadata.deletionTimestamp !== undefined;
  const now = registry.clock.now();
  if (!already) {
    metadata.deletionTimestamp = toTime(now + grace * 1000);
    metadata.deletionGracePeriodSeconds = grace;
    if (kind.generation) metadata.generation = (metadata.generation ?? 0) + 1;
  } else if (grace < (metadata.deletionGracePeriodSeconds ?? 0)) {
    metadata.deletionTimestamp = toTime(now + grace * 1000);
    metadata.deletionGracePeriodSeconds = grace;
  }
  if (kind.kind === 'Namespace' && kind.group === '')
    next.status = { ...next.status, phase: 'Terminating' };
  const resource = qualified(kind);
  if (isFree(next)) {
    return {
      gone: true,
      object: context.dryRun ? object : registry.store.remove(resource, next),
    };
  }
  const changed = JSON.stringify(next) !== JSON.stringify(object);
  return {
    gone: false,
    object:
      changed && !context.dryRun ? registry.store.put(resource, next) : next,
  };
}

function checkPreconditions(
  kind: Kind,
  { metadata }: KubernetesObject,
  want: Json,
): void {
  // Deletion is the one place where a refusal names the kind, not the resource.
  const named = { group: kind.group, plural: kind.kind };
  if (want.uid !== undefined && want.uid !== metadata.uid) {
    throw conflict(
      named,
      metadata.name,
      `the UID in the precondition (${want.uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  if (
    want.resourceVersion !== undefined &&
    want.resourceVersion !== metadata.resourceVersion
  ) {
    throw conflict(
      named,
      metadata.name,
      `the ResourceVersion in the precondition (${want.resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    );
  }
}

function finalizersFor(
  kind: Kind,
  object: KubernetesObject,
  options: DeleteOptions,
  context: WriteContext,
): string[] {
  const present = object.metadata.finalizers ?? [];
  const rest = present.filter(item => item !== ORPHAN && item !== FOREGROUND);
  const { propagationPolicy: policy, orphanDependents } = options;
  if (policy !== undefined && orphanDependents !== undefined) {
    throw badRequest(
      'orphanDependents and deletionPropagation cannot be both set',
    );
  }
  if (policy !== undefined && !PROPAGATION.includes(policy)) {
    throw invalidOptions('DeleteOptions', [
      unsupported('propagationPolicy', policy, [...PROPAGATION, 'nil']),
    ]);
  }
  if (policy === 'Orphan' || orphanDependents) return [...rest, ORPHAN];
  if (policy === 'Foreground') return [...rest, FOREGROUND];
  if (policy === 'Background' || orphanDependents === false) return rest;
  if (present.length > rest.length) return present;
  // batch/v1 kept the oldest default: who deletes a Job without saying how keeps its dependents.
  if (kind.group === 'batch' && kind.kind === 'Job') {
    context.warnings.push(JOB_WARNING);
    return [...rest, ORPHAN];
  }
  return rest;
}

function graceOf(
  kind: Kind,
  object: KubernetesObject,
  options: DeleteOptions,
): number {
  if (kind.kind !== 'Pod' || kind.group !== '') return 0;
  const { spec, status } = object;
  if (
    !spec?.nodeName ||
    status?.phase === 'Succeeded' ||
    status?.phase === 'Failed'
  )
    return 0;
  return options.gracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30;
}

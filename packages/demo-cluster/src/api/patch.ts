// SPDX-License-Identifier: Apache-2.0
import { applyPatch, Operation } from 'rfc6902';
import { cloneJson } from '../json';
import { mergePatch } from '../patch/mergePatch';
import { applyConfiguration } from '../patch/serverSideApply';
import { strategicMergePatch } from '../patch/strategicMergePatch';
import { Json, KubernetesObject } from '../objects';
import { Registry } from '../registry/Registry';
import { invalidOptions, required } from '../registry/fieldErrors';
import {
  StatusError,
  badRequest,
  conflict,
  notFound,
  qualified,
  unsupportedMediaType,
} from '../registry/StatusError';
import { decode, decodeApplied } from './decode';
import { Answer, Exchange, Handler } from './Exchange';
import { nameIn, namespaceOf, placed, statusOrNone } from './place';
import { withManagers } from './write';

const PATCH_TYPES = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/apply-patch+yaml',
  'application/strategic-merge-patch+json',
];

/** PATCH in its four forms. */
export function patchHandler(registry: Registry): Handler {
  return exchange => {
    const { kind, info, contentType } = exchange;
    if (!PATCH_TYPES.includes(contentType))
      throw unsupportedMediaType(PATCH_TYPES);
    const before = registry.store.get(
      qualified(kind),
      namespaceOf(exchange),
      info.name!,
    );
    if (contentType === 'application/apply-patch+yaml')
      return apply(registry, exchange, before);
    if (!before) throw notFound(kind, info.name!);
    return update(registry, exchange, before);
  };
}

function update(
  registry: Registry,
  exchange: Exchange,
  before: KubernetesObject,
): Answer {
  const { kind, context } = exchange;
  const subresource = statusOrNone(exchange);
  const patched = decode(exchange, patch(exchange, before));
  nameIn(exchange, patched);
  const next = subresource
    ? { ...before, metadata: patched.metadata, status: patched.status }
    : patched;
  const body = withManagers(registry, exchange, before, next);
  return {
    code: 200,
    body: registry.update(
      kind,
      before,
      body as KubernetesObject,
      context,
      subresource,
    ),
  };
}

function patch(
  { body, contentType, kind }: Exchange,
  before: KubernetesObject,
): Json {
  switch (contentType) {
    case 'application/json-patch+json':
      return jsonPatch(before, body);
    case 'application/merge-patch+json':
      return mergePatch(before, body);
    default:
      if (kind.custom) throw unsupportedMediaType(PATCH_TYPES.slice(0, 3));
      return strategicMergePatch(before, body, kind.schema);
  }
}

function jsonPatch(before: KubernetesObject, operations: Operation[]): Json {
  if (!Array.isArray(operations)) {
    throw badRequest(
      'json: cannot unmarshal object into Go value of type jsonpatch.Patch',
    );
  }
  const target = cloneJson(before);
  const failed = applyPatch(target, operations).find(result => result !== null);
  if (failed)
    throw new StatusError(
      422,
      'Invalid',
      `the server rejected our request due to an error in our request: ${failed.message}`,
    );
  return target;
}

function apply(
  registry: Registry,
  exchange: Exchange,
  live: KubernetesObject | undefined,
): Answer {
  const { kind, context, info, query, body } = exchange;
  const subresource = statusOrNone(exchange);
  const manager = query.get('fieldManager');
  if (!manager) {
    throw invalidOptions('PatchOptions', [
      required('fieldManager', 'is required for apply patch'),
    ]);
  }
  const wanted = placed(exchange, decodeApplied(kind, info.namespace, body));
  wanted.metadata.name = nameIn(exchange, wanted);
  if (!live && (wanted.metadata.uid || subresource))
    throw missing(exchange, wanted.metadata.uid);
  const merged = applyConfiguration({
    kind,
    live,
    body: wanted,
    manager,
    force: query.get('force') === 'true',
    subresource,
    time: registry.now(),
  });
  if (!live) return { code: 201, body: registry.create(kind, merged, context) };
  return {
    code: 200,
    body: registry.update(kind, live, merged, context, subresource),
  };
}

/** Who names a uid means an object that exists. */
function missing(
  { kind, info }: Exchange,
  uid: string | undefined,
): StatusError {
  if (!uid) return notFound(kind, info.name!);
  return conflict(
    kind,
    info.name!,
    `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`,
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import { DeleteOptions, deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { notAllowed, qualified } from '../registry/StatusError';
import { Exchange, Handler } from './Exchange';
import { namespaceOf } from './place';
import { selectorOf } from './read';

/** Options of a DELETE come in the body, the query, or both. The body wins. */
function deleteOptions({ body, query }: Exchange): DeleteOptions {
  const grace = query.get('gracePeriodSeconds');
  const orphan = query.get('orphanDependents');
  const policy = query.get('propagationPolicy');
  return {
    ...(grace !== null && { gracePeriodSeconds: Number(grace) }),
    ...(policy && { propagationPolicy: policy }),
    ...(orphan !== null && { orphanDependents: orphan === 'true' }),
    ...body,
  };
}

/** DELETE of one object. */
export function deleteHandler(registry: Registry): Handler {
  return exchange => {
    const { kind, info, context } = exchange;
    if (info.subresource) throw notAllowed();
    const object = registry.get(
      qualified(kind),
      namespaceOf(exchange),
      info.name!,
    );
    const { gone, object: last } = deleteObject(
      registry,
      kind,
      object,
      deleteOptions(exchange),
      context,
    );
    if (!gone || kind.kind === 'Pod') return { code: 200, body: last };
    return { code: 200, body: success(exchange, last.metadata.uid) };
  };
}

function success({ kind, info }: Exchange, uid: string): Json {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: info.name,
      ...(kind.group && { group: kind.group }),
      kind: kind.plural,
      uid,
    },
  };
}

/** DELETE of everything that the selectors match. */
export function deleteCollectionHandler(registry: Registry): Handler {
  return exchange => {
    const { kind, info, context } = exchange;
    const matches = selectorOf(exchange);
    const options = deleteOptions(exchange);
    const items = registry.store
      .list(qualified(kind), kind.namespaced ? info.namespace : undefined)
      .filter(matches);
    const deleted = items.map(
      object => deleteObject(registry, kind, object, options, context).object,
    );
    return {
      code: 200,
      body: {
        kind: `${kind.kind}List`,
        apiVersion: kind.group ? `${kind.group}/${kind.version}` : kind.version,
        metadata: { resourceVersion: String(registry.store.version) },
        items: deleted,
      },
    };
  };
}

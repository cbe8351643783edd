// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import { badRequest, notImplemented } from '../registry/StatusError';
import { Exchange } from './Exchange';

/** The namespace of a request for a namespaced kind; undefined for a cluster-scoped one. */
export function namespaceOf({ kind, info }: Exchange): string | undefined {
  return kind.namespaced ? info.namespace : undefined;
}

/** Puts the namespace of the path into a body. @throws StatusError 400 when the body says another */
export function placed(exchange: Exchange, body: Json): Json {
  const { kind, info } = exchange;
  const { namespace, ...metadata } = body.metadata ?? {};
  if (!kind.namespaced) return { ...body, metadata };
  if (namespace && namespace !== info.namespace) {
    throw badRequest(
      `the namespace of the provided object does not match the namespace sent on the request`,
    );
  }
  return { ...body, metadata: { ...metadata, namespace: info.namespace } };
}

/** The name of the path. @throws StatusError 400 when the body says another */
export function nameIn({ info }: Exchange, body: Json): string {
  const name = body.metadata?.name;
  if (name && name !== info.name) {
    throw badRequest(
      `the name of the object (${name}) does not match the name on the URL (${info.name})`,
    );
  }
  return info.name!;
}

/** `status`, or undefined for the object itself. @throws StatusError 501 for others */
export function statusOrNone({ info, kind }: Exchange): 'status' | undefined {
  if (!info.subresource) return undefined;
  if (info.subresource === 'status' && kind.status) return 'status';
  throw notImplemented(`the subresource ${kind.plural}/${info.subresource}`);
}

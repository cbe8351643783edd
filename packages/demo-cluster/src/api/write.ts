// SPDX-License-Identifier: Apache-2.0
import { managersAfterUpdate } from '../patch/updateManagers';
import { Json, KubernetesObject } from '../objects';
import { Registry } from '../registry/Registry';
import { badRequest, notAllowed, qualified } from '../registry/StatusError';
import { decode } from './decode';
import { Exchange, Handler } from './Exchange';
import { nameIn, namespaceOf, placed, statusOrNone } from './place';

/** Records who set which field, unless the writer is one of the cluster's own controllers. */
export function withManagers(
  registry: Registry,
  { kind, context, info }: Exchange,
  before: KubernetesObject | undefined,
  after: Json,
): Json {
  if (!context.manager) return after;
  const managedFields = managersAfterUpdate({
    kind,
    before,
    after,
    manager: context.manager,
    subresource: info.subresource,
    time: registry.now(),
  });
  return { ...after, metadata: { ...after.metadata, managedFields } };
}

/** POST to a collection. */
export function createHandler(registry: Registry): Handler {
  return exchange => {
    const { kind, context, info, body } = exchange;
    if (info.name) throw notAllowed();
    const object = placed(exchange, decode(exchange, body));
    const created = registry.create(
      kind,
      withManagers(registry, exchange, undefined, object),
      context,
    );
    return { code: 201, body: created };
  };
}

/** PUT of an object or of its status. */
export function updateHandler(registry: Registry): Handler {
  return exchange => {
    const { kind, context, body } = exchange;
    const subresource = statusOrNone(exchange);
    const object = placed(exchange, decode(exchange, body));
    const name = nameIn(exchange, object);
    const before = registry.get(qualified(kind), namespaceOf(exchange), name);
    if (kind.custom && !object.metadata.resourceVersion) {
      throw badRequest(
        `metadata.resourceVersion: Invalid value: 0x0: must be specified for an update`,
      );
    }
    const next = withManagers(
      registry,
      exchange,
      before,
      subresource
        ? { ...before, metadata: { ...object.metadata }, status: object.status }
        : object,
    );
    return {
      code: 200,
      body: registry.update(
        kind,
        before,
        next as KubernetesObject,
        context,
        subresource,
      ),
    };
  };
}

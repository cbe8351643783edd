// SPDX-License-Identifier: Apache-2.0
import { apiVersionOf } from '../kinds/Kind';
import { Json, KubernetesObject } from '../objects';
import { Registry } from '../registry/Registry';
import { badRequest, qualified } from '../registry/StatusError';
import { parseFieldSelector } from '../store/fieldSelector';
import { parseLabelSelector } from '../store/labelSelector';
import { Exchange, Handler } from './Exchange';
import { namespaceOf, statusOrNone } from './place';

/** Whether an object is within the selectors of a request. @throws StatusError 400 */
export function selectorOf({
  query,
  kind,
  info,
}: Exchange): (object: KubernetesObject) => boolean {
  try {
    const labels = parseLabelSelector(query.get('labelSelector') ?? '');
    const fields = parseFieldSelector(
      query.get('fieldSelector') ?? '',
      qualified(kind),
    );
    const byName = info.name;
    return object =>
      labels(object.metadata.labels) &&
      fields(object) &&
      (!byName || object.metadata.name === byName);
  } catch (error) {
    throw badRequest((error as Error).message);
  }
}

/** GET of one object. */
export function getHandler(registry: Registry): Handler {
  return exchange => {
    statusOrNone(exchange);
    const { kind, info } = exchange;
    return {
      code: 200,
      body: registry.get(qualified(kind), namespaceOf(exchange), info.name!),
    };
  };
}

/** GET of a collection. `limit` is not needed by the protocol, so that a list is always whole. */
export function listHandler({ store }: Registry): Handler {
  return exchange => {
    const { kind, info } = exchange;
    const matches = selectorOf(exchange);
    const items = store
      .list(qualified(kind), kind.namespaced ? info.namespace : undefined)
      .filter(matches);
    items.sort(
      (a, b) =>
        compare(a.metadata.namespace, b.metadata.namespace) ||
        compare(a.metadata.name, b.metadata.name),
    );
    return { code: 200, body: toList(exchange, items, store.version) };
  };
}

function compare(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function toList(
  { kind }: Exchange,
  items: KubernetesObject[],
  version: number,
): Json {
  return {
    kind: `${kind.kind}List`,
    apiVersion: apiVersionOf(kind),
    metadata: { resourceVersion: String(version) },
    // Items of built-in lists do not repeat their type.
    items: kind.custom
      ? items
      : items.map(({ apiVersion: _version, kind: _kind, ...item }) => item),
  };
}

// SPDX-License-Identifier: Apache-2.0
import { Kind } from '../kinds/Kind';
import { KubernetesObject } from '../objects';
import { StatusError, forbidden, qualified } from '../registry/StatusError';
import { formatQuantity, parseQuantity } from '../scheduler/quantity';
import { Store } from '../store/Store';
import { Admission } from './Admission';
import { Usage, unstated, usageOf } from './usage';

/** Refuses what would use more than a ResourceQuota of the namespace allows. */
export const resourceQuota: Admission = {
  check({ operation, kind, object, store }) {
    const { namespace } = object.metadata;
    if (operation !== 'CREATE' || !namespace) return;
    for (const quota of store.list('resourcequotas', namespace)) {
      const refusal = refusalOf(quota, kind, object, store);
      if (refusal) throw refusal;
    }
  },
};

function refusalOf(
  quota: KubernetesObject,
  kind: Kind,
  object: KubernetesObject,
  store: Store,
): StatusError | undefined {
  const hard: Record<string, string> = quota.spec?.hard ?? {};
  const { name } = quota.metadata;
  if (qualified(kind) === 'pods') {
    const silent = unstated(object, hard);
    if (silent.length) {
      return forbidden(
        kind,
        object.metadata.name,
        `failed quota: ${name}: must specify ${silent.join('; ')}`,
      );
    }
  }
  const wanted = usageOf(kind, object);
  const names = Object.keys(hard)
    .filter(resource => wanted[resource] > 0)
    .sort();
  if (!names.length) return undefined;
  const used = usedIn(object.metadata.namespace!, [kind], store);
  const exceeded = names.filter(
    resource =>
      (used[resource] ?? 0) + wanted[resource] > parseQuantity(hard[resource]),
  );
  if (!exceeded.length) return undefined;
  const show = (amounts: Usage) =>
    exceeded
      .map(one => `${one}=${formatQuantity(amounts[one] ?? 0, one)}`)
      .join(',');
  const limits = exceeded.map(one => `${one}=${hard[one]}`).join(',');
  return forbidden(
    kind,
    object.metadata.name,
    `exceeded quota: ${name}, requested: ${show(wanted)}, used: ${show(
      used,
    )}, limited: ${limits}`,
  );
}

/** What the objects of some kinds use in a namespace, all together. */
export function usedIn(namespace: string, kinds: Kind[], store: Store): Usage {
  const total: Usage = {};
  for (const kind of kinds) {
    for (const object of store.list(qualified(kind), namespace)) {
      for (const [resource, amount] of Object.entries(usageOf(kind, object))) {
        total[resource] = (total[resource] ?? 0) + amount;
      }
    }
  }
  return total;
}

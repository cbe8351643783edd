// SPDX-License-Identifier: Apache-2.0
import { usedIn } from '../admission/resourceQuota';
import { concerns } from '../admission/usage';
import { keyOf, splitKey } from '../objects';
import { Registry } from '../registry/Registry';
import { qualified } from '../registry/StatusError';
import { formatQuantity } from '../scheduler/quantity';
import { StoreEvent } from '../store/EventHistory';
import { ComeBack, Controller } from './Controller';

/** Keeps the `status.used` of ResourceQuotas. Admission does not read it: it counts for itself. */
export class ResourceQuotaController implements Controller {
  readonly name = 'resourcequota-controller';

  constructor(private readonly registry: Registry) {}

  initial(): string[] {
    return this.registry.store.list('resourcequotas').map(keyOf);
  }

  *nudges({ resource, object, type }: StoreEvent): Iterable<string> {
    const { namespace } = object.metadata;
    if (resource === 'resourcequotas') yield keyOf(object);
    // Of an object that only changes, pods alone may use something else than before.
    if (!namespace || (type === 'MODIFIED' && resource !== 'pods')) return;
    for (const quota of this.registry.store.list('resourcequotas', namespace)) {
      if (concerns(quota.spec?.hard ?? {}, resource)) yield keyOf(quota);
    }
  }

  reconcile(key: string): ComeBack {
    const { namespace, name } = splitKey(key);
    const { store, kinds } = this.registry;
    const hard = store.get('resourcequotas', namespace, name)?.spec?.hard ?? {};
    const used = usedIn(
      namespace!,
      kinds.all().filter(kind => concerns(hard, qualified(kind))),
      store,
    );
    this.registry.mutate(
      'resourcequotas',
      { namespace, name },
      quota => {
        const shown = Object.keys(hard).map(resource => [
          resource,
          formatQuantity(used[resource] ?? 0, resource),
        ]);
        quota.status = { hard, used: Object.fromEntries(shown) };
      },
      'status',
    );
    return undefined;
  }
}

// SPDX-License-Identifier: Apache-2.0
import { usedIn } from '../admission/resourceQuota';
import { keyOf, splitKey } from '../objects';
import { Registry } from '../registry/Registry';
import { formatQuantity } from '../scheduler/quantity';
import { StoreEvent } from '../store/EventHistory';
import { ComeBack, Controller } from './Controller';

const IGNORED = ['events', 'endpoints', 'endpointslices.discovery.k8s.io'];

/** Keeps the `status.used` of ResourceQuotas. Admission does not read it: it counts for itself. */
export class ResourceQuotaController implements Controller {
  readonly name = 'resourcequota-controller';

  constructor(private readonly registry: Registry) {}

  initial(): string[] {
    return this.registry.store.list('resourcequotas').map(keyOf);
  }

  *nudges({ resource, object, type }: StoreEvent): Iterable<string> {
    const counts = type !== 'MODIFIED' || resource === 'pods' || resource === 'resourcequotas';
    if (!object.metadata.namespace || !counts || IGNORED.includes(resource)) return;
    yield* this.registry.store.list('resourcequotas', object.metadata.namespace).map(keyOf);
  }

  reconcile(key: string): ComeBack {
    const { namespace, name } = splitKey(key);
    const used = usedIn(namespace!, this.registry.kinds.all(), this.registry.store);
    this.registry.mutate('resourcequotas', { namespace, name }, quota => {
      const hard = quota.spec?.hard ?? {};
      quota.status = {
        hard,
        used: Object.fromEntries(Object.keys(hard).map(resource => [resource, formatQuantity(used[resource] ?? 0, resource)])),
      };
    }, 'status');
    return undefined;
  }
}

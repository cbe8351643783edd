// SPDX-License-Identifier: Apache-2.0
import { Store } from '../store/Store';
import { Admission } from './Admission';

const NETWORK = '10.96';

/** Gives each Service a cluster address. Nothing listens there; it is a name like any other. */
export const serviceAddress: Admission = {
  mutate({ kind, object, before, store }) {
    if (
      kind.kind !== 'Service' ||
      kind.group !== '' ||
      object.spec.type === 'ExternalName'
    )
      return;
    const { spec } = object;
    // An apply or update that leaves the address out keeps it.
    spec.clusterIP ??= before?.spec.clusterIP ?? freeAddress(store);
    spec.clusterIPs ??= [spec.clusterIP];
  },
};

function freeAddress(store: Store): string {
  const taken = new Set(
    store.list('services').map(({ spec }) => spec.clusterIP),
  );
  for (let index = 10; ; index += 1) {
    const ip = `${NETWORK}.${Math.floor(index / 250)}.${(index % 250) + 1}`;
    if (!taken.has(ip)) return ip;
  }
}

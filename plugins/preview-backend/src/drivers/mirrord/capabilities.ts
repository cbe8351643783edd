// SPDX-License-Identifier: Apache-2.0
import type { DriverCapabilities } from '@preview-environments/backstage-plugin-preview-common';
import { hasField, type OperatorFacts, operatorRefusal } from './operator';

/** What the operator of a cluster can do; each absence says why. */
export function capabilitiesOf(
  operator: OperatorFacts | null,
  now: number,
): DriverCapabilities {
  const refusal = operatorRefusal(operator, now);
  const usable = refusal === null;
  const replicas = usable && hasField(operator!, 'replicas');
  const absent = refusal && {
    steal: refusal.message,
    mirror: refusal.message,
    unfilteredMirror: refusal.message,
  };
  return {
    steal: usable,
    mirror: usable,
    unfilteredMirror: usable,
    inPlaceUpdate: false,
    extend: true,
    clusterDeadline: true,
    replicas,
    verify: false,
    dbBranch: false,
    queueSplit: false,
    share: false,
    labelModes: ['inherit'],
    reasons: {
      ...absent,
      inPlaceUpdate:
        'The mirrord operator cannot change a preview: the old version goes before the new one comes.',
      labelModes:
        'The mirrord operator always keeps the labels of the service.',
      verify: 'Not available with the mirrord operator yet.',
      dbBranch: 'Not available with the mirrord operator yet.',
      queueSplit: 'Not available with the mirrord operator yet.',
      share: 'Not available with the mirrord operator yet.',
      ...(replicas
        ? {}
        : {
            replicas:
              refusal?.message ??
              'This mirrord operator is older than 3.166 and runs one pod per preview.',
          }),
    },
  };
}

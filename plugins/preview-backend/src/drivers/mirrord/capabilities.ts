// SPDX-License-Identifier: Apache-2.0
import {
  type DriverCapabilities,
  FILTER_TYPES,
  INPUT_NAMES,
  type InputName,
} from '@preview-environments/backstage-plugin-preview-common';
import { supportedInputs } from './supportedInputs';
import {
  fieldRefusal,
  hasField,
  type OperatorFacts,
  operatorRefusal,
} from './operator';

/** What the operator of a cluster can do; each absence says why. */
export function capabilitiesOf(
  operator: OperatorFacts | null,
  now: number,
): DriverCapabilities {
  const refusal = operatorRefusal(operator, now);
  const usable = refusal === null;
  const replicas = usable && hasField(operator!, 'replicas');
  // Share links came with the same version.
  const share = usable && hasField(operator!, 'secretMounts');
  const inputs = usable ? supportedInputs(operator!) : [];
  const missing = Object.fromEntries(
    INPUT_NAMES.filter(name => !inputs.includes(name)).map(name => [
      name,
      refusal?.message ??
        fieldRefusal(operator!, name as Exclude<InputName, 'ports'>).message,
    ]),
  );
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
    dbBranch: inputs.includes('databases'),
    queueSplit: inputs.includes('queues'),
    share,
    labelModes: ['inherit'],
    filters: usable ? [...FILTER_TYPES] : [],
    inputs,
    reasons: {
      ...absent,
      inPlaceUpdate:
        'The mirrord operator cannot change a preview: the old version goes before the new one comes.',
      labelModes:
        'The mirrord operator always keeps the labels of the service.',
      verify: 'Not available with the mirrord operator yet.',
      ...missing,
      ...(missing.databases && { dbBranch: missing.databases }),
      ...(missing.queues && { queueSplit: missing.queues }),
      ...(share
        ? {}
        : {
            share:
              refusal?.message ??
              'This mirrord operator is older than 3.183 and makes no share links.',
          }),
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

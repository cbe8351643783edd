// SPDX-License-Identifier: Apache-2.0
import type { Workload } from '../model';

/** Why a workload cannot be cloned without risk for its node or its data. */
export function refusalsOf(workload: Workload): string[] {
  const { spec } = workload.spec.template;
  const all = [...spec.containers, ...(spec.initContainers ?? [])];
  const refusals = (['hostNetwork', 'hostPID', 'hostIPC'] as const)
    .filter(field => spec[field])
    .map(
      field =>
        `The workload uses ${field}: its pods are not isolated from their node.`,
    );
  for (const container of all) {
    if (container.securityContext?.privileged) {
      refusals.push(
        `Container "${container.name}" is privileged: it could change its node.`,
      );
    }
    if (container.volumeDevices?.length) {
      refusals.push(
        `Container "${container.name}" uses a raw block device, which cannot be replaced by an empty one.`,
      );
    }
  }
  if (spec.resourceClaims) {
    refusals.push('The workload claims devices, which a preview cannot share.');
  }
  return refusals;
}

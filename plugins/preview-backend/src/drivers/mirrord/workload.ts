// SPDX-License-Identifier: Apache-2.0
import { isPreviewError } from '@preview-environments/backstage-plugin-preview-common';
import type {
  PreflightTarget,
  TargetFacts,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { resolveTarget } from '../kubernetes/preflight/resolve';

/** Reads a workload that the operator can copy, Argo Rollouts included. */
export function resolveWorkload(
  cluster: Cluster,
  target: PreflightTarget,
): Promise<TargetFacts> {
  return resolveTarget(cluster, target, { rollouts: true });
}

/** Whether the copied workload is still there, itself or by its pods. */
export async function targetExists(
  cluster: Cluster,
  target: PreflightTarget,
): Promise<boolean> {
  try {
    await resolveWorkload(cluster, target);
    return true;
  } catch (error) {
    if (isPreviewError(error) && error.code === 'TargetNotFound') {
      return false;
    }
    throw error;
  }
}

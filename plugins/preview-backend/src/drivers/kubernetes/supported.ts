// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';

/**
 * Everything in an intent that this driver refuses, whoever asked for it.
 * Policy refuses most of it earlier; here it protects the one invariant: a
 * route only ever matches requests that carry the key.
 */
export function refusalsOfIntent(
  intent: Pick<SessionIntent, 'traffic' | 'labelMode' | 'target' | 'key'>,
  headers: string[],
): PreviewError[] {
  const { traffic, labelMode, target, key } = intent;
  const refusals: PreviewError[] = [];
  if (traffic.mode === 'mirror') {
    refusals.push(
      previewError('TrafficModeUnsupported', {
        message: 'Copies of requests (mirror) are not available here yet.',
        field: 'traffic.mode',
      }),
    );
  }
  if (labelMode !== 'isolated') {
    refusals.push(previewError('LabelModeUnsupported', { field: 'labelMode' }));
  }
  if (target.kind === 'rollout') {
    refusals.push(
      previewError('TargetUnsupported', {
        message: 'Argo Rollouts cannot be previewed yet.',
        hint: 'Name a Deployment or a StatefulSet.',
        field: 'target',
      }),
    );
  }
  const { filter } = traffic;
  if (filter && !headers.includes(filter.name)) {
    refusals.push(
      previewError('FilterHeaderNotAllowed', { field: 'traffic.filter.name' }),
    );
  }
  if (filter && !filter.value.includes(key)) {
    refusals.push(
      previewError('FilterWithoutKey', { field: 'traffic.filter.value' }),
    );
  }
  return refusals;
}

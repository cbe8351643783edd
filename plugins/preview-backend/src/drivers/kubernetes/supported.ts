// SPDX-License-Identifier: Apache-2.0
import {
  filterCarriesKey,
  inputNames,
  type PreviewError,
  previewError,
  type RequestFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';

/**
 * Everything in an intent that this driver refuses, whoever asked for it.
 * Policy refuses most of it earlier; here it protects the one invariant: a
 * route only ever matches requests that carry the key.
 */
export function refusalsOfIntent(
  intent: Pick<
    SessionIntent,
    'traffic' | 'labelMode' | 'target' | 'key' | 'inputs'
  >,
  headers: string[],
): PreviewError[] {
  const { traffic, labelMode, target, key, inputs } = intent;
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
  return [
    ...refusals,
    ...refusalsOfFilter(traffic.filter, key, headers),
    ...inputNames(inputs).map(name =>
      previewError('FeatureUnsupported', {
        message: `The kubernetes driver does not know "${name}".`,
        field: name,
      }),
    ),
  ];
}

function refusalsOfFilter(
  filter: RequestFilter | null,
  key: string,
  headers: string[],
): PreviewError[] {
  if (filter === null) {
    return [];
  }
  if (filter.type !== 'header') {
    return [
      previewError('FeatureUnsupported', {
        message: `The kubernetes driver does not know filters of type "${filter.type}".`,
        hint: 'Use type "header" with a name and an exact value.',
        field: 'traffic.filter.type',
      }),
    ];
  }
  return [
    ...(headers.includes(filter.name)
      ? []
      : [
          previewError('FilterHeaderNotAllowed', {
            field: 'traffic.filter.name',
          }),
        ]),
    ...(filterCarriesKey(filter, key)
      ? []
      : [previewError('FilterWithoutKey', { field: 'traffic.filter.value' })]),
  ];
}

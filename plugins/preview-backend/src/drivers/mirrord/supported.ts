// SPDX-License-Identifier: Apache-2.0
import {
  filterCarriesKey,
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  Problem,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import { problem } from '../kubernetes/observe/refusal';
import { fieldRefusal, hasField, type OperatorFacts } from './operator';
import { refusalsOfInputs } from './supportedInputs';

/** Everything in an intent that this operator, or any, cannot do. */
export function refusalsOfIntent(
  { traffic, labelMode, key, env, inputs, replicas }: SessionIntent,
  operator: OperatorFacts | null,
): PreviewError[] {
  const refusals: PreviewError[] = [];
  if (labelMode !== 'inherit') {
    refusals.push(
      previewError('LabelModeUnsupported', {
        message: 'The mirrord operator always keeps the labels of the service.',
        field: 'labelMode',
      }),
    );
  }
  const { mode, filter } = traffic;
  if (mode === 'steal' && filter && !filterCarriesKey(filter, key)) {
    refusals.push(
      previewError('FilterWithoutKey', {
        field:
          filter.type === 'header' ? 'traffic.filter.value' : 'traffic.filter',
      }),
    );
  }
  if (env.some(({ secretKeyRef }) => secretKeyRef)) {
    refusals.push(
      previewError('FeatureUnsupported', {
        message:
          'The mirrord operator takes values of variables only, no references to secrets.',
        hint: 'Leave the reference out; the variables of the service itself are kept.',
        field: 'env',
      }),
    );
  }
  if (operator && env.length && !hasField(operator, 'env')) {
    refusals.push(fieldRefusal(operator, 'env'));
  }
  if (operator) {
    refusals.push(...refusalsOfInputs({ inputs }, operator));
  }
  if (operator && replicas !== 1 && !hasField(operator, 'replicas')) {
    refusals.push(fieldRefusal(operator, 'replicas'));
  }
  return refusals;
}

const PRUNED_HINT =
  'Leave it out, or ask the platform team to upgrade the operator and its resource definitions.';

function prunedMessage(fields: string[]): string {
  return `The cluster does not know ${fields.join(
    ', ',
  )} of a preview and dropped it.`;
}

/** Why nothing was created: what the cluster would drop without a word. */
export function prunedRefusal(fields: string[]): PreviewError {
  return previewError('FeatureUnsupported', {
    message: prunedMessage(fields),
    hint: PRUNED_HINT,
    field: fields[0],
  });
}

/** A resource that lacks something of what was asked for. */
export function prunedProblem(fields: string[]): Problem {
  return problem('OperatorUnavailable', {
    message: prunedMessage(fields),
    hint: PRUNED_HINT,
  });
}

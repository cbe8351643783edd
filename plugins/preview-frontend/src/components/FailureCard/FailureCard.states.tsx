// SPDX-License-Identifier: Apache-2.0
import {
  FAILURE_CODES,
  type Evidence,
  type FailureCode,
} from '@preview-environments/backstage-plugin-preview-common';
import { aSession, failedWith } from '../../examples/sessions';
import { inSeconds } from '../../examples/time';
import type { ExampleStates } from '../../examples/types';
import { FailureCard } from './FailureCard';

const EVIDENCE: Evidence[] = [
  {
    kind: 'event',
    text: 'Failed to pull image "registry.example.com/shop/checkout:missing": not found',
    at: inSeconds(-30),
  },
  { kind: 'log', text: 'panic: no database\n  at main.go:12', at: null },
];

function cardOf(code: FailureCode, evidence: Evidence[]) {
  const { failure } = aSession(failedWith(code, evidence));
  return failure && <FailureCard key={code} failure={failure} />;
}

export const states: ExampleStates = {
  ImagePullFailed: {
    render: () => <>{cardOf('ImagePullFailed', EVIDENCE)}</>,
    shows: 'Evidence: 2',
  },
  WithoutEvidence: {
    render: () => <>{cardOf('ClusterUnreachable', [])}</>,
    shows: 'Evidence: 0',
  },
  EveryCode: {
    render: () => <>{FAILURE_CODES.map(code => cardOf(code, EVIDENCE))}</>,
    shows: /What to do: verification failed/,
  },
  OldVersionServes: {
    render: () => (
      <FailureCard
        stillServing="feature-x"
        failure={{
          code: 'ImagePullFailed',
          message: 'The image could not be pulled.',
          hint: 'Check that the image was pushed.',
          evidence: EVIDENCE,
          runbook: '/docs/runbooks/ImagePullFailed',
        }}
      />
    ),
    shows: 'The version before still serves: feature-x.',
  },
};

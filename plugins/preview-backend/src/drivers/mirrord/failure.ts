// SPDX-License-Identifier: Apache-2.0
import type { FailureCode } from '@preview-environments/backstage-plugin-preview-common';
import type { Problem } from '@preview-environments/backstage-plugin-preview-node';
import { plainWords } from '../kubernetes/observe/plainWords';
import { pullFailure } from '../kubernetes/observe/pullFailure';
import { problem } from '../kubernetes/observe/refusal';
import type { MirrordSessionStatus } from './model';

/** Operators before 3.163 call a session failed when its time is up. */
const EXPIRED = /preview session TTL expired/i;

/** The operator gives no codes, only words. The first that fits counts. */
const MEANINGS: [RegExp, FailureCode][] = [
  [
    /ErrImagePull|ImagePullBackOff|InvalidImageName|pull(ing)? image|manifest unknown|pull access denied/i,
    'ImagePullFailed',
  ],
  [/exceeded quota/i, 'QuotaExceeded'],
  [
    /unschedulable|insufficient (cpu|memory)|nodes are available/i,
    'Unschedulable',
  ],
  [/no Pod is ready to be a session target/i, 'TargetNotFound'],
  [/target.*not found|not found.*target/i, 'TargetNotFound'],
  [/share host/i, 'FilterConflict'],
  [/\bfilter\b.*(in use|conflict|already)/i, 'FilterConflict'],
  [/policy|blocked by|forbidden|admission/i, 'AdmissionRefused'],
  [/timed? ?out|not (become )?ready/i, 'ReadinessTimeout'],
  [
    /crash|exit(ed)?( with)?( code)?|terminated|OOMKilled|restart/i,
    'CrashLoop',
  ],
  [/licen[cs]e/i, 'OperatorUnavailable'],
];

export function isExpired(status: MirrordSessionStatus | null | undefined) {
  return (
    status?.phase === 'Failed' && EXPIRED.test(status.failureMessage ?? '')
  );
}

/** What the operator's words mean, or that it gave the preview up. */
export function failureOf(
  status: MirrordSessionStatus,
  image: string,
): Problem {
  const words = status.failureMessage ?? '';
  const code = MEANINGS.find(([pattern]) => pattern.test(words))?.[1];
  return problem(code ?? 'OperatorGaveUp', {
    evidence: words
      ? [{ kind: 'status', text: words, at: status.failedAt ?? null }]
      : [],
    ...(code === 'ImagePullFailed' && pullFailure(image, words)),
    ...(code === 'QuotaExceeded' && inPlainWords(words)),
    ...(code === 'TargetNotFound' && {
      message:
        'The service has no running pod that the preview could stand beside.',
      hint: 'Start again when a pod of the service is ready.',
    }),
  });
}

function inPlainWords(words: string): Pick<Problem, 'message'> | null {
  const message = plainWords(words);
  return message === null ? null : { message };
}

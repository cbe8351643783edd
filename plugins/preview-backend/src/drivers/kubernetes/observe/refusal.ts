// SPDX-License-Identifier: Apache-2.0
import {
  CODES,
  type FailureCode,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Problem } from '@preview-environments/backstage-plugin-preview-node';
import { KubeError } from '../cluster/KubeError';
import { plainWords } from './plainWords';

/**
 * What the words of an API server mean. Quota, pod security and access all
 * come as `403 Forbidden`; only the text tells them apart.
 */
const MEANINGS: [RegExp, FailureCode][] = [
  [/exceeded quota|failed quota/i, 'QuotaExceeded'],
  [
    /violates PodSecurity|admission webhook|ValidatingAdmissionPolicy|denied the request|(maximum|minimum) (cpu|memory|\S+) usage|error looking up service account/i,
    'AdmissionRefused',
  ],
  [
    // Old versions give no reason at all when an apply may not create.
    /cannot (get|list|watch|create|update|patch|delete) resource|is forbidden: User|is forbidden: $/i,
    'Forbidden',
  ],
];

function meaningOf(text: string): FailureCode {
  return (
    MEANINGS.find(([pattern]) => pattern.test(text))?.[1] ?? 'AdmissionRefused'
  );
}

export function problem(
  code: FailureCode,
  given: Partial<Problem> = {},
): Problem {
  return {
    code,
    message: CODES[code].message,
    hint: CODES[code].hint,
    evidence: [],
    fatal: true,
    ...given,
  };
}

/** What a refused request, or a pod that was refused, means for people. */
export function refused(
  text: string,
  evidence: Problem['evidence'],
  code = meaningOf(text),
): Problem {
  const plain = plainWords(text);
  return problem(code, { evidence, ...(plain && { message: plain }) });
}

/** All of it in one text, where no evidence can be shown beside it. */
export function inOneText({ code, message, evidence }: Problem): string {
  const words = evidence.map(({ text }) => text).join(' ');
  return message === CODES[code].message
    ? `${message} ${words}`.trim()
    : message;
}

/**
 * The problem behind a refused request, or `null` where the request may
 * succeed when it is sent again (conflict, too many, server at fault).
 */
export function refusalOf(error: unknown): Problem | null {
  if (!(error instanceof KubeError)) {
    return null;
  }
  const { code, message = '' } = error.status;
  if (![400, 401, 403, 404, 405, 413, 415, 422].includes(code)) {
    return null;
  }
  if (/uid mismatch|namespace .* is being terminated/i.test(message)) {
    return null;
  }
  return refused(
    message,
    [{ kind: 'status', text: message, at: null }],
    code === 401 ? 'Forbidden' : undefined,
  );
}

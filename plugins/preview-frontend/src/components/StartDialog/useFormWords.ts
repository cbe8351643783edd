// SPDX-License-Identifier: Apache-2.0
import {
  CODES,
  type Check,
  type PreflightReport,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Preflight } from '../../hooks/usePreflight';
import type { Refusal } from '../../model/refusal';
import {
  MAX_REPLICAS,
  type FormProblem,
  type StartContext,
  formPart,
} from '../../model/startForm';
import { useWords } from '../../translation/useWords';
import { useTimeFormat } from '../ui';

/** A part of the form at which something can be said. */
export type Part = NonNullable<ReturnType<typeof formPart>>;

/** What is wrong, as the dialog says it. */
export interface FormWords {
  /** Beside the disabled button; `null` = the form can be sent. */
  problem: string | null;
  at: (part: Part) => string | null;
  /** A refusal that names no part of the form. */
  elsewhere: Refusal | null;
}

const failedCheck = (report: PreflightReport) =>
  report.checks.find(({ status }) => status === 'failed');

/** The short sentence: the long one stands among the checks. */
function inShort({ code, message }: Check): string {
  return code !== null && code in CODES
    ? CODES[code as keyof typeof CODES].message
    : message;
}

/** Gathers what the form, the checks and the backend have against it. */
export function useFormWords(
  problem: FormProblem | null,
  preflight: Preflight,
  refusal: Refusal | null,
  { limits }: StartContext,
): FormWords {
  const t = useWords();
  const format = useTimeFormat();
  const own = (): string | null => {
    switch (problem?.is) {
      case undefined:
        return null;
      case 'image-missing':
        return t('start.needImage');
      case 'image-invalid':
        return problem.message;
      case 'key':
        return t('start.needKey');
      case 'ttl':
        return t('start.needTtl');
      case 'ttl-range':
        return t('start.ttlRange', {
          min: format.duration(limits.ttlMinSeconds * 1000),
          max: format.duration(limits.ttlMaxSeconds * 1000),
        });
      case 'replicas':
        return t('start.needReplicas', { max: String(MAX_REPLICAS) });
      default:
        return problem satisfies never;
    }
  };
  const ownPart = problem?.is.split('-')[0];
  const check =
    preflight.state === 'done' && !preflight.report.ok
      ? failedCheck(preflight.report)
      : undefined;
  const refused =
    refusal ?? (preflight.state === 'refused' ? preflight.refusal : null);
  const at = (part: Part): string | null => {
    if (ownPart === part && problem?.is !== 'image-missing') return own();
    if (refused && formPart(refused.field) === part) {
      return [refused.message, refused.hint].filter(Boolean).join(' ');
    }
    return check && formPart(check.field) === part ? check.message : null;
  };
  const preflightProblem =
    preflight.state === 'refused'
      ? preflight.refusal.message
      : check && inShort(check);
  return {
    problem: own() ?? preflightProblem ?? null,
    at,
    elsewhere: refused && formPart(refused.field) === null ? refused : null,
  };
}

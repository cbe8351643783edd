// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@preview-environments/backstage-plugin-preview-common';
import {
  CODES,
  type PreviewCode,
  PreviewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { inOneText, refusalOf } from '../observe/refusal';

export function passed(name: string, message: string): Check {
  return {
    name,
    status: 'passed',
    message,
    code: null,
    field: null,
    hint: null,
  };
}

export function warned(name: string, message: string, hint?: string): Check {
  return { ...passed(name, message), status: 'warning', hint: hint ?? null };
}

export function failed(
  name: string,
  code: PreviewCode,
  message?: string,
  extra: { field?: string | null; hint?: string } = {},
): Check {
  return {
    name,
    status: 'failed',
    message: message ?? CODES[code].message,
    code,
    field: extra.field ?? null,
    hint: extra.hint ?? CODES[code].hint,
  };
}

export function notChecked(name: string, message: string): Check {
  return { ...passed(name, message), status: 'not-checked' };
}

/** A check that could not be finished says why, and never throws. */
export function fromError(name: string, error: unknown): Check {
  if (error instanceof PreviewError) {
    return failed(name, error.code, error.message, {
      field: error.field,
      hint: error.hint,
    });
  }
  const problem = refusalOf(error);
  if (problem) {
    return failed(name, problem.code, inOneText(problem));
  }
  return notChecked(name, 'The cluster did not answer.');
}

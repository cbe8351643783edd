// SPDX-License-Identifier: Apache-2.0
import {
  type Check,
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Objection, Rule } from './Rule';

function toError<I>(rule: Rule<I>, objection: Objection): PreviewError {
  const { code, ...rest } = objection;
  return previewError(code, { ...rest, rule: rule.setting });
}

/** The refusal of the first rule that says no, or `null`. */
export function firstRefusal<I>(
  rules: readonly Rule<I>[],
  input: I,
): PreviewError | null {
  for (const rule of rules) {
    const objection = rule.check(input);
    if (objection) {
      return toError(rule, objection);
    }
  }
  return null;
}

/** @throws PreviewError of the first rule that says no */
export function enforce<I>(rules: readonly Rule<I>[], input: I): void {
  const refusal = firstRefusal(rules, input);
  if (refusal) {
    throw refusal;
  }
}

/** What every rule says, for a preflight. */
export function report<I>(rules: readonly Rule<I>[], input: I): Check[] {
  return rules.map(rule => {
    const objection = rule.check(input);
    return objection
      ? failed(rule.name, toError(rule, objection))
      : passed(rule.name, rule.passes);
  });
}

/** A line of a preflight about something that is as it should be. */
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

/** A refusal as a line of a preflight. */
export function failed(name: string, error: PreviewError): Check {
  return {
    name,
    status: 'failed',
    message: error.message,
    code: error.code,
    field: error.field,
    hint: error.hint,
  };
}

/** Rules that could not be asked, since something before them is missing. */
export function notChecked<I>(rules: readonly Rule<I>[]): Check[] {
  return rules.map(rule => ({
    name: rule.name,
    status: 'not-checked',
    message: 'Not checked, since something before it is missing.',
    code: null,
    field: null,
    hint: null,
  }));
}

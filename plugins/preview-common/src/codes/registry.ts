// SPDX-License-Identifier: Apache-2.0
import { FAILURES } from './failures';
import { INPUTS } from './inputs';
import { REFUSALS } from './refusals';
import type { CodeEntry } from './types';

const ALL = { ...FAILURES, ...REFUSALS, ...INPUTS };

/** Every code that the API, the portal or the audit log may show. @public */
export type PreviewCode = keyof typeof ALL;

/** Codes that a preview can show as its failure. @public */
export type FailureCode = keyof typeof FAILURES;

/** The one registry of codes. @public */
export const CODES: Record<PreviewCode, CodeEntry> = ALL;

/** @public */
export const FAILURE_CODES = Object.keys(FAILURES) as FailureCode[];

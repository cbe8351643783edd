// SPDX-License-Identifier: Apache-2.0
import { FAILURES } from './failures';
import { INPUTS } from './inputs';
import { REFUSALS } from './refusals';
import { codesOf } from './types';

/** The one registry of codes. @public */
export const CODES = { ...FAILURES, ...REFUSALS, ...INPUTS };

/** Every code that the API, the portal or the audit log may show. @public */
export type PreviewCode = keyof typeof CODES;

/** @public */
export const FAILURE_CODES = codesOf(FAILURES);

/** Codes that a preview can show as its failure. @public */
export type FailureCode = (typeof FAILURE_CODES)[number];

// SPDX-License-Identifier: Apache-2.0
import { CustomErrorBase } from '@backstage/errors';
import { CODES, type PreviewCode } from './registry';

/** @public */
export interface PreviewErrorOptions {
  /** Replaces the registry's sentence where more is known. */
  message?: string;
  /** Name of the request field at fault. */
  field?: string;
  hint?: string;
  cause?: unknown;
  /** Who said no: name of the rule or of the person who can change it. */
  rule?: string;
}

/**
 * Whatever we refuse or cannot do, with a stable code. Message, hint and the
 * HTTP status come from the registry unless given.
 *
 * @public
 */
export class PreviewError extends CustomErrorBase {
  readonly code: PreviewCode;
  override readonly cause: Error | undefined;
  readonly field: string | null;
  readonly hint: string;
  readonly retryable: boolean;
  readonly rule: string | null;
  /** Read by Backstage's error middleware. */
  readonly statusCode: number;

  constructor(code: PreviewCode, options: PreviewErrorOptions = {}) {
    const entry = CODES[code];
    // The base class would add the cause's text to the message, which goes to
    // clients; the cause is for logs only.
    super(options.message ?? entry.message);
    this.cause = options.cause instanceof Error ? options.cause : undefined;
    this.name = 'PreviewError';
    this.code = code;
    this.field = options.field ?? null;
    this.hint = options.hint ?? entry.hint;
    this.retryable = entry.retryable;
    this.rule = options.rule ?? null;
    this.statusCode = entry.status;
  }
}

/** @public */
export function previewError(
  code: PreviewCode,
  options?: PreviewErrorOptions,
): PreviewError {
  return new PreviewError(code, options);
}

/** @public */
export function isPreviewError(error: unknown): error is PreviewError {
  return error instanceof Error && error.name === 'PreviewError';
}

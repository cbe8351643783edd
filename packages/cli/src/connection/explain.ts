// SPDX-License-Identifier: Apache-2.0
import { CliError } from '../CliError';
import { EXIT_CODES, type ExitCode } from '../exitCodes';

/** What went wrong, in the form in which people and programs are told. */
export interface Explained {
  code: string;
  message: string;
  field: string | null;
  hint: string | null;
  /** Whether the same call may succeed later. */
  retryable: boolean;
}

export interface Failure {
  error: Explained;
  exitCode: ExitCode;
}

/** Fields of the errors that we know; each may be missing. */
interface Known {
  name?: string;
  message?: string;
  code?: string;
  field?: string | null;
  hint?: string | null;
  retryable?: boolean;
  cause?: { code?: string };
  statusCode?: number;
  statusText?: string;
  body?: { error?: Partial<Explained> };
}

/** What a call of the portal, or anything before it, ended with. */
export function explain(thrown: unknown, portal: string): Failure {
  const known = (thrown ?? {}) as Known;
  switch (known.name) {
    case 'CliError':
      return { error: said(known), exitCode: (thrown as CliError).exitCode };
    case 'PreviewError':
      return { error: said(known), exitCode: EXIT_CODES.usage };
    case 'ResponseError':
      return answered(known, portal);
    case 'TimeoutError':
      return unavailable(portal, 'in time');
    case 'TypeError':
      return known.message === 'fetch failed'
        ? unavailable(portal, `(${known.cause?.code ?? 'no connection'})`)
        : unforeseen(known);
    default:
      return unforeseen(known);
  }
}

function said(known: Known): Explained {
  const { code = 'InternalError', message = '', field, hint } = known;
  const retryable = known.retryable ?? false;
  return { code, message, field: field ?? null, hint: hint ?? null, retryable };
}

function answered(known: Known, portal: string): Failure {
  const { statusCode = 0, statusText = '', body } = known;
  if (body?.error?.code) {
    return { error: said(body.error), exitCode: exitCodeOf(statusCode) };
  }
  if (statusCode === 401) {
    return {
      error: {
        code: 'Unauthenticated',
        message: `${portal} does not take this token.`,
        field: null,
        hint: `It may have expired: run preview login --portal ${portal}.`,
        retryable: false,
      },
      exitCode: EXIT_CODES.notSignedIn,
    };
  }
  return {
    error: {
      code: 'NotAPortal',
      message: `${portal} answered ${[statusCode, statusText]
        .join(' ')
        .trimEnd()}.`,
      field: null,
      hint: 'Check that this is the address of the portal’s backend, and that the plugin is installed there.',
      retryable: statusCode >= 500,
    },
    exitCode: EXIT_CODES.unavailable,
  };
}

function exitCodeOf(status: number): ExitCode {
  if (status === 401) {
    return EXIT_CODES.notSignedIn;
  }
  if (status === 400) {
    return EXIT_CODES.usage;
  }
  return status >= 500 ? EXIT_CODES.unavailable : EXIT_CODES.refused;
}

function unavailable(portal: string, how: string): Failure {
  return {
    error: {
      code: 'PortalUnavailable',
      message: `${portal} does not answer ${how}.`,
      field: null,
      hint: 'Check the address and the network, then try again.',
      retryable: true,
    },
    exitCode: EXIT_CODES.unavailable,
  };
}

function unforeseen({ message }: Known): Failure {
  return {
    error: {
      code: 'InternalError',
      message: message || 'unknown error',
      field: null,
      hint: null,
      retryable: false,
    },
    exitCode: EXIT_CODES.failed,
  };
}

// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ErrorRequestHandler } from 'express';
import { describeError } from '../redaction/describeError';
import type { Operation } from './knownFields';
import { toPreviewError } from './toPreviewError';

/** Names that clients of Backstage know, by status. */
const NAMES: Record<number, string> = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'InputError',
  422: 'InputError',
  429: 'TooManyRequestsError',
  503: 'ServiceUnavailableError',
};

/** Seconds. What did not answer is as a rule back at once. */
const RETRY_AFTER = '1';

/**
 * Answers every error as a Backstage error body with our code. Causes go to
 * the log only, without stack and secrets.
 */
export function errorHandler(logger: LoggerService): ErrorRequestHandler {
  return (thrown, request, response, _next) => {
    const { openapi } = request as { openapi?: { schema?: Operation } };
    const error = toPreviewError(thrown, openapi?.schema);
    const cause = error.cause ?? (response.headersSent ? error : null);
    if (cause) {
      const text = `${error.code}: ${cause.name}: ${describeError(cause)}`;
      logger[error.code === 'InternalError' ? 'error' : 'warn'](text, {
        method: request.method,
        path: request.path,
      });
    }
    if (response.headersSent) {
      // A part must not be taken for the whole. Said above, without the stack
      // that the handler of the backend would log.
      response.destroy();
      return;
    }
    const { code, field, hint, retryable, rule, message, statusCode } = error;
    if (code === 'DependencyUnavailable') {
      response.set('Retry-After', RETRY_AFTER);
    }
    response.status(statusCode).json({
      error: {
        name: NAMES[statusCode] ?? 'Error',
        message,
        code,
        field,
        hint,
        retryable,
        rule,
      },
      request: { method: request.method, url: request.originalUrl },
      response: { statusCode },
    });
  };
}

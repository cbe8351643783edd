// SPDX-License-Identifier: Apache-2.0
import { isError } from '@backstage/errors';

/** What Node.js, node-fetch and undici say of a connection that is no more. */
const BROKEN = new Set<unknown>([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);
const GIVEN_UP = new Set(['AbortError', 'TimeoutError']);
/** Of a proxy, or of a plugin that is only starting. */
const NOBODY_THERE = new Set<unknown>([502, 503, 504]);

/** Whether something failed because somebody whom we asked did not answer. */
export function isOutage(error: unknown): boolean {
  if (!isError(error)) {
    return false;
  }
  const { name, code, statusCode, cause } = error;
  return (
    BROKEN.has(code) ||
    GIVEN_UP.has(name) ||
    (name === 'ResponseError' && NOBODY_THERE.has(statusCode)) ||
    isOutage(cause)
  );
}

// SPDX-License-Identifier: Apache-2.0
import { ServerResponse } from 'node:http';
import { Json } from '../objects';
import { StatusError } from '../registry/StatusError';

/** Writes an answer; text is sent as it is, everything else as JSON. */
export function send(
  response: ServerResponse,
  answer: { code: number; body: Json } | undefined,
  warnings: string[] = [],
): void {
  if (!answer || response.headersSent) return;
  if (warnings.length)
    response.setHeader('warning', warnings.map(warningHeader));
  const isText = typeof answer.body === 'string';
  const text = isText ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.code, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
    'cache-control': 'no-cache, private',
  });
  response.end(text);
}

function warningHeader(text: string): string {
  return `299 - "${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Writes a refusal. What nobody expected is logged here and told to the client without details. */
export function sendError(response: ServerResponse, error: unknown): void {
  // An answer that has begun cannot be taken back, only broken off.
  if (response.headersSent) response.destroy();
  if (error instanceof StatusError) {
    send(response, { code: error.code, body: error.toStatus() });
    return;
  }
  process.stderr.write(
    `demo-cluster: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  const failure = new StatusError(
    500,
    'InternalError',
    'Internal error occurred',
  );
  send(response, { code: 500, body: failure.toStatus() });
}

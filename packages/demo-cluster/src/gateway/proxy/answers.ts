// SPDX-License-Identifier: Apache-2.0
import { ServerResponse } from 'node:http';

/** Answers that the gateway gives itself. */
export const ownAnswers = {
  noRoute: { statusCode: 404, text: 'No route matches this request.' },
  noBackend: {
    statusCode: 500,
    text: 'The rule for this request has no valid backend. See the status of its route.',
  },
  noEndpoint: {
    statusCode: 503,
    text: 'The Service behind this route has no ready endpoint.',
  },
  unreachable: {
    statusCode: 502,
    text: 'The Service behind this route did not answer.',
  },
  timeout: {
    statusCode: 504,
    text: 'The Service behind this route did not answer in time.',
  },
} as const;

export type OwnAnswer = (typeof ownAnswers)[keyof typeof ownAnswers];

/** Sends one of the gateway's own answers, or cuts off an answer that has begun. */
export function sendOwnAnswer(
  response: ServerResponse,
  { statusCode, text }: OwnAnswer,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(statusCode, { 'content-type': 'text/plain' });
  response.end(`${text}\n`);
}

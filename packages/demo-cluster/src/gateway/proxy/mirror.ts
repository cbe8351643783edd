// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import { Mirror } from '../table/rule';
import { openRequest } from './attempt';
import { Picker } from './Picker';
import { OutgoingRequest } from './plan';

// A mirror that cannot keep up is dropped; it must never hold up the request that it copies.
const MAX_BUFFERED = 1024 * 1024;
const IDLE_MS = 30_000;

function copyBody(
  body: http.IncomingMessage | null,
  copy: http.ClientRequest,
): void {
  if (!body) {
    copy.end();
    return;
  }
  body.on('data', (chunk: Buffer) => {
    if (copy.writableLength > MAX_BUFFERED) copy.destroy();
    if (!copy.destroyed) copy.write(chunk);
  });
  body.once('end', () => copy.end());
  body.once('close', () => body.complete || copy.destroy());
}

/** Sends copies of a request to mirrors. Answers and failures are dropped. */
export function sendCopies(
  mirrors: Mirror[],
  picker: Picker,
  outgoing: OutgoingRequest,
  body: http.IncomingMessage | null,
): void {
  for (const { backend } of mirrors) {
    const endpoint = picker.endpoint(backend);
    if (!endpoint) continue;
    const copy = openRequest(endpoint, outgoing, {
      agent: false,
      timeout: IDLE_MS,
    });
    copy.on('timeout', () => copy.destroy());
    copy.on('response', answer => answer.resume().on('error', () => {}));
    copy.on('error', () => {});
    copyBody(body, copy);
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { ClientRequest } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { CLUSTER } from './KillPoint';

/** Called right before a write is sent, and right after it was answered. */
export interface WriteObserver {
  before(name: string): void;
  after(name: string): void;
}

const READS = ['GET', 'HEAD'];
/** Only these are of the session; reviews of rights, say, change nothing. */
const NAMESPACED = /\/namespaces\/[^/]+\/([^/]+)/;

/**
 * Stands around every write that this process sends to the API server. It
 * works beneath the driver, on what really leaves: between two of its writes
 * a driver has made half of a session.
 */
export function aroundWrites(observer: WriteObserver): void {
  const send = https.request;
  const observed = (
    url: URL,
    options: RequestOptions,
    ...rest: any[]
  ): ClientRequest => {
    const name = nameOf(url, options);
    if (name === null) {
      return send(url, options, ...rest);
    }
    observer.before(name);
    const request = send(url, options, ...rest);
    request.once('response', () => observer.after(name));
    return request;
  };
  https.request = observed as typeof https.request;
}

function nameOf(url: URL, { method = 'GET' }: RequestOptions): string | null {
  const resource = NAMESPACED.exec(url.pathname)?.[1];
  const changes = !READS.includes(method) && !url.searchParams.has('dryRun');
  return changes && resource
    ? `${CLUSTER}${method.toLowerCase()} ${resource}`
    : null;
}

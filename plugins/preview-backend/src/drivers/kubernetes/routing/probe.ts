// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_HEADER } from '@preview-environments/backstage-plugin-preview-common';
import http from 'node:http';
import https from 'node:https';

export interface ProbeTarget {
  /** Where the request is sent. */
  url: URL;
  /** Host that the route serves, or `null` for the one of the address. */
  host: string | null;
  /** For people. */
  shown: string;
}

export type ProbeAnswer =
  | { status: number; key: string | null }
  | { error: string };

const TIMEOUT_MS = 5_000;

/** One request whose answer says by a header who gave it. */
export function probe(
  target: ProbeTarget,
  headers: Record<string, string>,
): Promise<ProbeAnswer> {
  const { request } = target.url.protocol === 'https:' ? https : http;
  return new Promise(resolve => {
    const sent = request(
      target.url,
      {
        method: 'GET',
        timeout: TIMEOUT_MS,
        agent: false,
        servername: target.host ?? undefined,
        headers: {
          ...headers,
          ...(target.host ? { Host: target.host } : {}),
          'Cache-Control': 'no-cache',
        },
      },
      response => {
        response.resume();
        const key = response.headers[DEFAULT_HEADER];
        resolve({
          status: response.statusCode ?? 0,
          key: key === undefined ? null : String(key),
        });
      },
    );
    sent.on('error', ({ message }) => resolve({ error: message }));
    sent.on('timeout', () => sent.destroy(new Error('no answer in 5 seconds')));
    sent.end();
  });
}

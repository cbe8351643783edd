// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';

export interface Received {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** Sends one request to a local port and reads the whole answer. */
export function send(
  port: number,
  path: string,
  options: {
    method?: string;
    headers?: http.OutgoingHttpHeaders;
    body?: string;
  } = {},
): Promise<Received> {
  const { method, headers, body } = options;
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      async response => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of response) chunks.push(chunk);
        } catch (error) {
          reject(error);
          return;
        }
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

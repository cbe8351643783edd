// SPDX-License-Identifier: Apache-2.0
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** A small server of this machine that stands for a pod and answers with `body`. */
export async function aPod(
  body: string,
): Promise<{ port: number; server: Server }> {
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>(resolve => server.listen(0, resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

/** Status and body of an answer, in one line. */
export async function bodyOf(
  url: string,
  headers: Record<string, string> = {},
) {
  const response = await fetch(url, { headers });
  return `${response.status} ${(await response.text()).trim()}`;
}

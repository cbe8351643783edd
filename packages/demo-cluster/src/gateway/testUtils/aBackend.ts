// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import net, { AddressInfo } from 'node:net';

/** What a test backend saw of a request; it sends this back as JSON. */
export interface Seen {
  backend: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** A small service of a test, which answers with what it saw. */
export interface TestBackend {
  port: number;
  seen: Seen[];
  stop(): Promise<void>;
}

async function listening(server: net.Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const closed = (server: net.Server) =>
  new Promise<void>(resolve => server.close(() => resolve()));

/** Starts a backend that echoes requests; `answer` may send something else. */
export async function aBackend(
  backend: string,
  answer?: (seen: Seen, response: http.ServerResponse) => void,
): Promise<TestBackend> {
  const seen: Seen[] = [];
  const server = http.createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const entry = {
      backend,
      method: message.method!,
      url: message.url!,
      headers: message.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString(),
    };
    seen.push(entry);
    if (answer) answer(entry, response);
    else response.end(JSON.stringify(entry));
  });
  return {
    port: await listening(server),
    seen,
    stop: () => {
      server.closeAllConnections();
      return closed(server);
    },
  };
}

/** A backend that accepts connections and cuts them as soon as a request arrives. */
export async function aCuttingBackend(): Promise<TestBackend> {
  const seen: Seen[] = [];
  const server = net.createServer(socket => {
    socket.on('error', () => {});
    socket.once('data', () => {
      seen.push({ backend: 'cut', method: '', url: '', headers: {}, body: '' });
      socket.destroy();
    });
  });
  const port = await listening(server);
  return { port, seen, stop: () => closed(server) };
}

/** A backend that promises to keep connections, and cuts them when they are used again. */
export async function aForgetfulBackend(): Promise<TestBackend> {
  const seen: Seen[] = [];
  const server = net.createServer(socket => {
    let requests = 0;
    socket.on('error', () => {});
    socket.on('data', () => {
      seen.push({
        backend: 'forgetful',
        method: '',
        url: '',
        headers: {},
        body: '',
      });
      requests += 1;
      if (requests === 1)
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
      else socket.destroy();
    });
  });
  const port = await listening(server);
  return { port, seen, stop: () => closed(server) };
}

/** A port on which nobody listens. */
export async function aClosedPort(): Promise<number> {
  const server = net.createServer();
  const port = await listening(server);
  await closed(server);
  return port;
}

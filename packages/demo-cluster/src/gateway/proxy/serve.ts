// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { Proxy } from './Proxy';
import { handleUpgrade } from './upgrade';

/** A listening data plane. */
export interface DataPlane {
  port: number;
  /** Cuts all connections and resolves when none is left. */
  stop(): Promise<void>;
}

function listen(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

/** Binds a port of the loopback interface, 0 for a free one. Rejects when it cannot be bound. */
export async function serve(proxy: Proxy, port: number): Promise<DataPlane> {
  const server = http.createServer(
    // Long uploads and idle clients are fine here; Node's own limits would cut them off.
    { requestTimeout: 0, keepAliveTimeout: 75_000 },
    (message, response) => {
      proxy.handle(message, response).catch(() => response.destroy());
    },
  );
  server.on('upgrade', (message, socket, head) => {
    handleUpgrade(proxy, message, socket, head).catch(() => socket.destroy());
  });
  const connections = new Set<Socket>();
  server.on('connection', socket => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  return {
    port: await listen(server, port),
    async stop() {
      proxy.stop();
      const closed = new Promise(resolve => server.close(resolve));
      // Upgraded connections are no longer the HTTP server's own.
      for (const connection of connections) connection.destroy();
      await closed;
    },
  };
}

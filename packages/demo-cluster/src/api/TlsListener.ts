// SPDX-License-Identifier: Apache-2.0
import { IncomingMessage, ServerResponse } from 'node:http';
import { Server, createServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { Certificate } from './certificate';

/** The API's port, on loopback only. */
export class TlsListener {
  readonly #server: Server;

  constructor(
    certificate: Certificate,
    handle: (request: IncomingMessage, response: ServerResponse) => void,
  ) {
    this.#server = createServer(
      { ...certificate, keepAliveTimeout: 60_000 },
      handle,
    );
  }

  /** Resolves to the port in use; 0 asks for any free one. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

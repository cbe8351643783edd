// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import { AddressInfo } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';

type Answer = http.ServerResponse;

/** A watch that a client has opened, for a test to write to. */
export class OpenWatch {
  constructor(readonly from: string | null, readonly answer: Answer) {}

  send(type: string, object: object): void {
    this.answer.write(`${JSON.stringify({ type, object })}\n`);
  }
}

/**
 * A server that misbehaves as a test says: it speaks just enough of list and watch to close,
 * expire and fail at chosen moments, which a real API server does not do on request.
 */
export class ScriptedApi {
  readonly #server: http.Server;
  readonly #watches: OpenWatch[] = [];
  readonly #waiting: ((watch: OpenWatch) => void)[] = [];
  lists = 0;
  /** What a list answers: names and the version. */
  items: { names: string[]; version: string } = { names: [], version: '1' };
  /** Answers the next request with this status instead. */
  nextStatus: number | null = null;

  constructor() {
    this.#server = http.createServer((message, answer) =>
      this.#handle(new URL(message.url!, 'http://api'), answer),
    );
  }

  async start(): Promise<KubeConfig> {
    await new Promise<void>(resolve =>
      this.#server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = this.#server.address() as AddressInfo;
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromClusterAndUser(
      {
        name: 'scripted',
        server: `http://127.0.0.1:${port}`,
        skipTLSVerify: true,
      },
      { name: 'anyone' },
    );
    return kubeConfig;
  }

  stop(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise(resolve => this.#server.close(resolve));
  }

  /** The next watch that a client opens, or has opened. */
  watch(): Promise<OpenWatch> {
    const open = this.#watches.shift();
    if (open) return Promise.resolve(open);
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  #handle(url: URL, answer: Answer): void {
    if (this.nextStatus !== null) {
      answer.writeHead(this.nextStatus).end('{}');
      this.nextStatus = null;
      return;
    }
    answer.writeHead(200, { 'content-type': 'application/json' });
    if (url.searchParams.get('watch') !== 'true') {
      this.lists += 1;
      const { names, version } = this.items;
      const items = names.map(name => ({ metadata: { name } }));
      const metadata = { resourceVersion: version };
      answer.end(JSON.stringify({ metadata, items }));
      return;
    }
    answer.flushHeaders();
    const open = new OpenWatch(url.searchParams.get('resourceVersion'), answer);
    const tell = this.#waiting.shift();
    if (tell) tell(open);
    else this.#watches.push(open);
  }
}

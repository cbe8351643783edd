// SPDX-License-Identifier: Apache-2.0
import {
  IncomingMessage,
  Server,
  ServerResponse,
  createServer,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { Json, KubernetesObject } from '../objects';
import { answer } from './answer';
import { behaviourOf } from './image';
import { LogBuffer } from './LogBuffer';
import { Pace } from './Pace';

const MAX_DELAY_MS = 60_000;
const KEEP_ALIVE_MS = 120_000;

/** The ports on which a container serves: those that it declares and those that its probes ask. */
export function portsOf(container: Json): number[] {
  const declared: Json[] = (container.ports ?? []).filter(
    (port: Json) => port.protocol === 'TCP',
  );
  return [...new Set(declared.map(port => port.containerPort as number))];
}

/** One running container: a small web service on the pod's address. */
export class ContainerProcess {
  readonly log = new LogBuffer();
  /** Container ports that are served on another port. */
  readonly movedPorts: Record<number, number> = {};
  readonly #servers: Server[] = [];

  constructor(
    private readonly pod: KubernetesObject,
    private readonly container: Json,
    private readonly ip: string,
    private readonly pace: Pace,
  ) {}

  /** Listens on all ports, on others where they cannot be had. @throws Error when none can */
  async start(): Promise<void> {
    const { image, name } = this.container;
    this.say(`starting ${name} from image ${image}`);
    for (const port of portsOf(this.container)) {
      const found = await this.#listen(port).catch(() => this.#listen(0));
      if (found !== port) this.movedPorts[port] = found;
      this.say(`listening on ${this.ip}:${found}`);
    }
  }

  /** The port on which a container port is really served. */
  actualPort(port: number): number {
    return this.movedPorts[port] ?? port;
  }

  async #listen(port: number): Promise<number> {
    // Longer than clients keep connections, so that none is closed under a request.
    const server = createServer(
      { keepAliveTimeout: KEEP_ALIVE_MS },
      (request, response) => this.#serve(request, response),
    );
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, this.ip, resolve);
    });
    this.#servers.push(server);
    return (server.address() as AddressInfo).port;
  }

  say(text: string): void {
    this.log.write(this.pace.clock.now(), text);
  }

  /** Takes no new connections; resolves when requests in flight are answered or the grace is over. */
  async stop(graceMs: number): Promise<void> {
    const closed = this.#servers.splice(0).map(
      server =>
        new Promise<void>(resolve => {
          server.close(() => resolve());
          server.closeIdleConnections();
          const cancel = this.pace.clock.after(graceMs, () =>
            server.closeAllConnections(),
          );
          server.once('close', cancel);
        }),
    );
    await Promise.all(closed);
    if (!this.log.ended) this.log.end();
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://pod');
    const unready = behaviourOf(this.container.image) === 'unready';
    request.resume();
    if (url.pathname === '/healthz') {
      response
        .writeHead(unready ? 503 : 200, { 'content-type': 'text/plain' })
        .end(unready ? 'not ready\n' : 'ok\n');
      return;
    }
    const delay = Math.min(
      Number(url.searchParams.get('delay')) || 0,
      MAX_DELAY_MS,
    );
    if (delay > 0)
      this.pace.clock.after(delay, () => this.#reply(request, response));
    else this.#reply(request, response);
  }

  #reply(request: IncomingMessage, response: ServerResponse): void {
    const { contentType, body } = answer(request, this.pod, this.container);
    // A server that is closing asks its clients to connect elsewhere next time.
    const closing = this.#servers.length === 0;
    response
      .writeHead(200, {
        'content-type': contentType,
        ...(closing && { connection: 'close' }),
      })
      .end(body);
    this.say(
      `${request.method} ${request.url} 200 x-preview-key=${
        request.headers['x-preview-key'] ?? '-'
      }`,
    );
  }
}

// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import type { KubeConfig } from '@kubernetes/client-node';
import { KubeError, type KubeStatus } from './KubeError';

export interface KubeRequest {
  method: 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | undefined>;
  body?: { type: string; content: unknown };
  signal?: AbortSignal;
  /** For messages and metrics: verb and kind. */
  label: string;
}

/** From the call to the end of the answer, where that is not a stream. */
const TIMEOUT_MS = 15_000;

/** Calls under way at once; more wait for their turn. */
const MOST_CALLS = 64;

/**
 * Requests to one API server over kept connections. The typed client of the
 * library drops fields that it does not know and cannot ask for strict
 * validation, hence raw JSON; credentials, certificates and proxies are the
 * library's.
 */
export class KubeHttp {
  private readonly calls: http.Agent;
  /** Streams stay open for long, and must not take the place of calls. */
  private readonly streams: http.Agent;
  private readonly server: URL;
  private readonly timeout: number;

  constructor(
    private readonly config: KubeConfig,
    limits: { timeout?: number; mostCalls?: number } = {},
  ) {
    this.server = new URL(config.getCurrentCluster()!.server);
    this.timeout = limits.timeout ?? TIMEOUT_MS;
    const Agent = this.server.protocol === 'http:' ? http.Agent : https.Agent;
    const maxSockets = limits.mostCalls ?? MOST_CALLS;
    this.calls = new Agent({ keepAlive: true, maxSockets });
    this.streams = new Agent({ keepAlive: true });
  }

  /** @throws Error when the time is over, also while waiting for a turn */
  async json<T>(request: Omit<KubeRequest, 'signal'>): Promise<T> {
    const signal = AbortSignal.timeout(this.timeout);
    try {
      const response = await this.send({ ...request, signal }, this.calls);
      return JSON.parse(await text(response)) as T;
    } catch (error) {
      if (signal.aborted && !(error instanceof KubeError)) {
        throw new Error('The API server did not answer in time');
      }
      throw error;
    }
  }

  /** The body as it comes; the caller reads it to its end or destroys it. */
  stream(request: KubeRequest): Promise<http.IncomingMessage> {
    return this.send(request, this.streams);
  }

  close(): void {
    this.calls.destroy();
    this.streams.destroy();
  }

  private async send(
    request: KubeRequest,
    agent: http.Agent,
  ): Promise<http.IncomingMessage> {
    const url = new URL(
      `${this.server.pathname.replace(/\/$/, '')}${request.path}`,
      this.server,
    );
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(name, value);
      }
    }
    const content = request.body && JSON.stringify(request.body.content);
    const options: https.RequestOptions = {
      method: request.method,
      signal: request.signal,
      headers: {
        Accept: 'application/json',
        ...(content !== undefined && {
          'Content-Type': request.body!.type,
          // Node leaves it out for DELETE.
          'Content-Length': Buffer.byteLength(content),
        }),
      },
    };
    await this.config.applyToHTTPSOptions(options);
    if (!this.config.getCurrentCluster()?.proxyUrl) {
      options.agent = agent;
    }
    const response = await exchange(url, options, content);
    const code = response.statusCode ?? 0;
    if (code >= 200 && code < 300) {
      return response;
    }
    throw new KubeError(request.label, readStatus(code, await text(response)));
  }
}

/**
 * A kept connection may be closed by the other side in the moment in which it
 * is used again. What only reads is then sent once more over another; see
 * `request.reusedSocket` in the documentation of Node.js.
 */
async function exchange(
  url: URL,
  options: https.RequestOptions,
  content: string | undefined,
): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'http:' ? http : https;
  for (;;) {
    const sent = request(url, options);
    sent.on('socket', socket => socket.setKeepAlive(true, 30_000));
    sent.end(content);
    try {
      const [response] = await once(sent, 'response');
      // Its own errors come by the stream; without a listener they would throw.
      sent.on('error', () => {});
      return response;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const late = sent.reusedSocket && code === 'ECONNRESET';
      if (!late || options.method !== 'GET') {
        throw error;
      }
    }
  }
}

function readStatus(code: number, body: string): KubeStatus {
  try {
    return { ...(JSON.parse(body) as KubeStatus), code };
  } catch {
    return { code, message: body.slice(0, 500) };
  }
}

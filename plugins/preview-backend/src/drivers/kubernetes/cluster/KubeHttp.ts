// SPDX-License-Identifier: Apache-2.0
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

/** Longest silence on a request that is not a stream. */
const TIMEOUT_MS = 15_000;

/**
 * Requests to one API server over kept connections. The typed client of the
 * library drops fields that it does not know and cannot ask for strict
 * validation, hence raw JSON; credentials, certificates and proxies are the
 * library's.
 */
export class KubeHttp {
  private readonly agent: http.Agent;
  private readonly server: URL;

  constructor(private readonly config: KubeConfig) {
    this.server = new URL(config.getCurrentCluster()!.server);
    const Agent = this.server.protocol === 'http:' ? http.Agent : https.Agent;
    this.agent = new Agent({ keepAlive: true, maxSockets: 64 });
  }

  async json<T>(request: KubeRequest): Promise<T> {
    const response = await this.send(request, TIMEOUT_MS);
    const body = await text(response);
    return JSON.parse(body) as T;
  }

  /** The body as it comes; the caller reads it to its end or destroys it. */
  stream(request: KubeRequest): Promise<http.IncomingMessage> {
    return this.send(request, undefined);
  }

  close(): void {
    this.agent.destroy();
  }

  private async send(
    request: KubeRequest,
    timeout: number | undefined,
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
      options.agent = this.agent;
    }
    options.timeout = timeout;
    const response = await exchange(url, options, content);
    const code = response.statusCode ?? 0;
    if (code >= 200 && code < 300) {
      return response;
    }
    throw new KubeError(request.label, readStatus(code, await text(response)));
  }
}

function exchange(
  url: URL,
  options: https.RequestOptions,
  content: string | undefined,
): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'http:' ? http : https;
  return new Promise((resolve, reject) => {
    const sent = request(url, options, resolve);
    sent.on('error', reject);
    sent.on('timeout', () =>
      sent.destroy(new Error('The API server did not answer in time')),
    );
    sent.on('socket', socket => socket.setKeepAlive(true, 30_000));
    sent.end(content);
  });
}

function readStatus(code: number, body: string): KubeStatus {
  try {
    return { ...(JSON.parse(body) as KubeStatus), code };
  } catch {
    return { code, message: body.slice(0, 500) };
  }
}

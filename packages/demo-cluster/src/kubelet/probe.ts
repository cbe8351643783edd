// SPDX-License-Identifier: Apache-2.0
import { get } from 'node:http';
import { connect } from 'node:net';
import { Json } from '../objects';

// The container runs in this very process: a busy moment of it must not look like a dead container.
const TIMEOUT_MS = 10_000;

/** The result of one probe: undefined when it passed, else the text of the `Unhealthy` event. */
export type ProbeResult = string | undefined;

/** Where a container listens. */
export interface ProbeTarget {
  container: Json;
  ip: string;
  actualPort(port: number): number;
}

/** Asks a container once, as its probe says. Probes that need a shell pass. */
export function runProbe(
  probe: Json,
  target: ProbeTarget,
): Promise<ProbeResult> {
  const { ip } = target;
  const { httpGet, tcpSocket, grpc } = probe;
  if (httpGet) return httpProbe(ip, portNumber(httpGet.port, target), httpGet);
  if (tcpSocket) return tcpProbe(ip, portNumber(tcpSocket.port, target));
  if (grpc) return tcpProbe(ip, portNumber(grpc.port, target));
  return Promise.resolve(undefined);
}

function portNumber(
  port: number | string,
  { container, actualPort }: ProbeTarget,
): number {
  if (typeof port === 'number') return actualPort(port);
  const ports: Json[] = container.ports ?? [];
  return actualPort(
    ports.find(({ name }) => name === port)?.containerPort ?? 0,
  );
}

function httpProbe(
  ip: string,
  port: number,
  { path, scheme, httpHeaders = [] }: Json,
): Promise<ProbeResult> {
  const url = `${String(
    scheme ?? 'HTTP',
  ).toLowerCase()}://${ip}:${port}${path}`;
  if (scheme === 'HTTPS') {
    return Promise.resolve(
      `Get "${url}": http: server gave HTTP response to HTTPS client`,
    );
  }
  const headers = Object.fromEntries(
    httpHeaders.map(({ name, value }: Json) => [name, value]),
  );
  return new Promise(resolve => {
    const request = get(
      { host: ip, port, path, headers, agent: false, timeout: TIMEOUT_MS },
      response => {
        response.resume();
        const code = response.statusCode ?? 0;
        resolve(
          code >= 200 && code < 400
            ? undefined
            : `HTTP probe failed with statuscode: ${code}`,
        );
      },
    );
    request.on('timeout', () =>
      request.destroy(new Error('context deadline exceeded')),
    );
    request.on('error', error =>
      resolve(`Get "${url}": ${explain(error, ip, port)}`),
    );
  });
}

function tcpProbe(ip: string, port: number): Promise<ProbeResult> {
  return new Promise(resolve => {
    const socket = connect({ host: ip, port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(undefined);
    });
    socket.on('error', error => resolve(explain(error, ip, port)));
  });
}

function explain(
  error: NodeJS.ErrnoException,
  ip: string,
  port: number,
): string {
  return error.code === 'ECONNREFUSED'
    ? `dial tcp ${ip}:${port}: connect: connection refused`
    : error.message;
}

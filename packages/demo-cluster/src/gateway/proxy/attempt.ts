// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import { Clock } from '../clock';
import { toOutgoing } from '../filters/headers';
import { Endpoint } from '../table/endpoints';
import { OutgoingRequest } from './plan';

const CONNECT_MS = 3_000;

/** The backend gave no answer. */
export class AttemptFailed extends Error {
  /** May the backend have seen the request? If not, any request can be tried elsewhere. */
  readonly mayHaveArrived: boolean;
  /** Was it the connection of an earlier request? Then it says nothing about the backend. */
  readonly wornOut: boolean;

  constructor(cause: Error, mayHaveArrived: boolean, wornOut: boolean) {
    super('The backend gave no answer', { cause });
    this.mayHaveArrived = mayHaveArrived;
    this.wornOut = wornOut;
  }
}

export interface Attempt {
  endpoint: Endpoint;
  outgoing: OutgoingRequest;
  /** False for a connection of its own, which no earlier request can have worn out. */
  agent: http.Agent | false;
  /** Ends the attempt, for example when the client has gone. */
  signal: AbortSignal;
  clock: Clock;
  /** Sends the body. Called once, when the connection stands: a body can be sent only once. */
  onConnected(request: http.ClientRequest): void;
}

/** Opens a request to one endpoint. Nothing is sent before the connection stands. */
export function openRequest(
  endpoint: Endpoint,
  outgoing: OutgoingRequest,
  options: Pick<http.RequestOptions, 'agent' | 'signal' | 'timeout'>,
): http.ClientRequest {
  return http.request({
    ...options,
    host: endpoint.address,
    port: endpoint.port,
    method: outgoing.method,
    path: outgoing.target,
    headers: toOutgoing(outgoing.headers),
    setHost: false,
  });
}

/** Sends a request to one endpoint and resolves with the head of the answer. */
export function attempt(options: Attempt): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    let connected = false;
    const { endpoint, outgoing, agent, signal } = options;
    const request = openRequest(endpoint, outgoing, { agent, signal });
    const giveUp = options.clock.after(CONNECT_MS, () =>
      request.destroy(new Error('no connection in time')),
    );
    const onConnected = () => {
      connected = true;
      giveUp();
      options.onConnected(request);
    };
    request.on('socket', socket => {
      if (socket.connecting) socket.once('connect', onConnected);
      else onConnected();
    });
    request.on('response', resolve);
    request.on('error', error => {
      giveUp();
      reject(new AttemptFailed(error, connected, request.reusedSocket));
    });
  });
}

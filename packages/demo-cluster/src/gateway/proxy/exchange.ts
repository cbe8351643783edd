// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Clock } from '../clock';
import { linesOf, toOutgoing } from '../filters/headers';
import { Endpoint } from '../table/endpoints';
import { ownAnswers, OwnAnswer } from './answers';
import { attempt, AttemptFailed } from './attempt';
import { Forward } from './decide';
import { sendCopies } from './mirror';
import { Picker } from './Picker';
import { OutgoingRequest, planRequest, planResponse } from './plan';
import { ReceivedRequest } from './requestView';

/** One request of a client, and the way to answer it. */
export interface Client {
  message: http.IncomingMessage;
  response: http.ServerResponse;
  received: ReceivedRequest;
  /** Aborted when the client has gone or the time for an answer is over. */
  ended: AbortController;
}

/** No answer came: what to say, and whether another endpoint may be asked first. */
export interface Failure {
  answer: OwnAnswer;
  mayRepeat: boolean;
}

export interface Means {
  picker: Picker;
  clock: Clock;
  agent: http.Agent;
}

const repeatableMethods = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE'];

const hasBody = ({ headers }: http.IncomingMessage) =>
  headers['transfer-encoding'] !== undefined ||
  Number(headers['content-length'] ?? 0) > 0;

function sendBody(
  client: Client,
  forward: Forward,
  outgoing: OutgoingRequest,
  picker: Picker,
  request: http.ClientRequest,
): void {
  const body = hasBody(client.message) ? client.message : null;
  const copies = (forward.taken ? [] : forward.backend.taken ?? [])
    .filter(({ steal, accepts }) => !steal && accepts(client.received))
    .map(({ backend, arrived }) => {
      arrived();
      return { backend, share: 1 };
    });
  const mirrors = [...picker.mirrors(forward.entry.rule), ...copies];
  sendCopies(mirrors, picker, outgoing, body);
  if (body) body.pipe(request);
  else request.end();
}

async function relay(
  { response }: Client,
  { entry, chosen }: Forward,
  answer: http.IncomingMessage,
): Promise<void> {
  const lines = planResponse(linesOf(answer.rawHeaders), entry, chosen.filters);
  response.writeHead(
    answer.statusCode ?? 502,
    answer.statusMessage,
    toOutgoing(lines),
  );
  try {
    await pipeline(answer, response);
  } catch {
    // One side has gone in the middle; pipeline has closed the other.
  }
}

/** Passes a request to one endpoint and its answer back. Null when the client was answered. */
export async function exchange(
  client: Client,
  forward: Forward,
  endpoint: Endpoint,
  { picker, clock, agent }: Means,
): Promise<Failure | null> {
  const { message, received, ended } = client;
  const outgoing = planRequest(
    received,
    linesOf(message.rawHeaders),
    message.socket.remoteAddress ?? '',
    forward.entry,
    forward.chosen.filters,
  );
  const repeatable =
    repeatableMethods.includes(received.method) && !hasBody(message);
  const limit = forward.entry.rule.timeout;
  let timedOut = false;
  const cancelLimit =
    limit === null
      ? () => {}
      : clock.after(limit, () => {
          timedOut = true;
          ended.abort();
        });
  const send = (through: http.Agent | false) =>
    attempt({
      endpoint,
      outgoing,
      agent: through,
      signal: ended.signal,
      clock,
      onConnected: request =>
        sendBody(client, forward, outgoing, picker, request),
    });
  // A pooled connection may have gone stale; only what can be repeated may meet that.
  const sendPooled = () =>
    send(agent).catch(error => {
      const stale = error instanceof AttemptFailed && error.wornOut;
      if (stale && !ended.signal.aborted) return send(false);
      throw error;
    });
  try {
    const answer = await (repeatable ? sendPooled() : send(false));
    await relay(client, forward, answer);
    return null;
  } catch (error) {
    if (timedOut) return { answer: ownAnswers.timeout, mayRepeat: false };
    const arrived = !(error instanceof AttemptFailed) || error.mayHaveArrived;
    return {
      answer: ownAnswers.unreachable,
      mayRepeat: !ended.signal.aborted && (!arrived || repeatable),
    };
  } finally {
    cancelLimit();
  }
}

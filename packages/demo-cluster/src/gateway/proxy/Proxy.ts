// SPDX-License-Identifier: Apache-2.0
import http from 'node:http';
import { Clock } from '../clock';
import { toOutgoing } from '../filters/headers';
import { Endpoint } from '../table/endpoints';
import { ownAnswers, sendOwnAnswer } from './answers';
import { decide, Decision, Forward } from './decide';
import { Client, exchange } from './exchange';
import { Picker } from './Picker';
import { planResponse } from './plan';
import { ReceivedRequest, viewOf } from './requestView';
import { TableHolder } from './TableHolder';

const MAX_ATTEMPTS = 3;
// How long a request whose only endpoint has gone waits for the cluster to name another.
const NEW_ENDPOINT_MS = 1_000;

function answerHere(
  response: http.ServerResponse,
  decision: Exclude<Decision, Forward>,
): void {
  if (decision.kind === 'answer') {
    sendOwnAnswer(response, decision.answer);
    return;
  }
  response.writeHead(decision.statusCode, {
    ...toOutgoing(planResponse([], decision.entry, [])),
    location: decision.location,
  });
  response.end();
}

/** Serves requests by the table in force. */
export class Proxy {
  readonly #tables: TableHolder;
  readonly #clock: Clock;
  readonly #picker = new Picker();
  readonly #agent = new http.Agent({ keepAlive: true, scheduling: 'lifo' });
  readonly #requests = new Map<string, number>();

  constructor(tables: TableHolder, clock: Clock) {
    this.#tables = tables;
    this.#clock = clock;
  }

  /** Requests sent towards each Service so far, by `namespace/name`. */
  get requests(): ReadonlyMap<string, number> {
    return this.#requests;
  }

  stop(): void {
    this.#agent.destroy();
  }

  /** Answers one request. */
  async handle(
    message: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const ended = new AbortController();
    response.once('close', () => response.writableFinished || ended.abort());
    const client: Client = {
      message,
      response,
      received: viewOf(message),
      ended,
    };
    const means = {
      picker: this.#picker,
      clock: this.#clock,
      agent: this.#agent,
    };
    const tried: Endpoint[] = [];
    for (;;) {
      const { decision, endpoint } = await this.next(client.received, tried);
      if (decision.kind !== 'forward') {
        answerHere(response, decision);
        return;
      }
      if (!endpoint) {
        const { noEndpoint, unreachable } = ownAnswers;
        sendOwnAnswer(response, tried.length ? unreachable : noEndpoint);
        return;
      }
      tried.push(endpoint);
      const failure = await exchange(client, decision, endpoint, means);
      if (!failure) return;
      if (!failure.mayRepeat || tried.length === MAX_ATTEMPTS) {
        sendOwnAnswer(response, failure.answer);
        return;
      }
    }
  }

  /**
   * Decides on a request, by the table in force now. After a failed attempt it waits a moment for
   * an endpoint that has not been tried: the cluster may be about to say that the old one is gone.
   */
  async next(
    received: ReceivedRequest,
    tried: readonly Endpoint[],
  ): Promise<{ decision: Decision; endpoint?: Endpoint }> {
    const first = tried.length === 0;
    const began = this.#clock.now();
    for (;;) {
      const decision = decide(this.#tables.current, this.#picker, received);
      if (decision.kind !== 'forward') return { decision };
      const endpoint = this.#picker.endpoint(decision.backend, tried);
      if (first) decision.taken?.arrived();
      if (endpoint && first) this.#count(decision.backend.service);
      const patience = first ? decision.taken?.patience ?? 0 : NEW_ENDPOINT_MS;
      const left = began + patience - this.#clock.now();
      if (endpoint || left <= 0) return { decision, endpoint };
      await this.#tables.nextReplacement(left);
    }
  }

  #count(service: string): void {
    this.#requests.set(service, (this.#requests.get(service) ?? 0) + 1);
  }
}

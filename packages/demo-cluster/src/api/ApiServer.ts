// SPDX-License-Identifier: Apache-2.0
import { IncomingMessage, ServerResponse } from 'node:http';
import { Kinds } from '../kinds/Kinds';
import { Json } from '../objects';
import { Authorizer, denial } from '../rbac/Authorizer';
import { Attributes } from '../rbac/rules';
import { invalidOptions, unsupported } from '../registry/fieldErrors';
import {
  StatusError,
  forbidden,
  notAllowed,
  notImplemented,
  unauthorized,
  unknownPath,
} from '../registry/StatusError';
import { ANONYMOUS, User } from '../registry/WriteContext';
import { Counters } from './Counters';
import { Answer, Exchange, Handler } from './Exchange';
import { answerPath } from './paths';
import { readBody } from './readBody';
import { RequestInfo, ResourceRequest, requestInfo } from './requestInfo';
import { REVIEWS } from './reviews';
import { send, sendError } from './send';

export interface ApiOptions {
  kinds: Kinds;
  authorizer: Authorizer;
  counters: Counters;
  authenticate(token: string): User | undefined;
  /** By verb. */
  verbs: Record<string, Handler>;
  /** By `resource/subresource`, `*` for any resource. Before {@link ApiOptions.verbs}. */
  subresources: Record<string, Handler>;
  /** Documents that are no JSON objects, by path. */
  documents: Record<
    string,
    (accept: string) => { contentType: string; body: Buffer | string }
  >;
  present(exchange: Exchange, body: Json): Json;
}

const WRITES: Record<string, string> = {
  PUT: 'Update',
  PATCH: 'Patch',
  DELETE: 'Delete',
};
const REVIEW_GROUPS = ['authorization.k8s.io', 'authentication.k8s.io'];

/** The HTTP face of the cluster: who asks, may they, then the handler of the verb. */
export class ApiServer {
  constructor(private readonly options: ApiOptions) {}

  /** Answers one request; never rejects. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      await this.#answer(request, response);
    } catch (error) {
      // A client that hung up in the middle of its body hears nothing anyway.
      if (!request.destroyed || request.complete) sendError(response, error);
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://cluster');
    const info = requestInfo(request.method ?? 'GET', url);
    const user = this.#userOf(request);
    const asked = url.searchParams.has('dryRun');
    this.options.counters.record(info, user.name, asked);
    this.#authorize(user, info);
    if (info.type === 'path') {
      const document = this.options.documents[info.path.replace(/\/$/, '')];
      if (document) {
        const { contentType, body } = document(request.headers.accept ?? '');
        response.writeHead(200, { 'content-type': contentType }).end(body);
      } else
        send(response, {
          code: 200,
          body: answerPath(info.path, this.options.kinds),
        });
      return;
    }
    const body = await readBody(request);
    if (REVIEW_GROUPS.includes(info.group) && info.version === 'v1') {
      send(response, this.#review(info, user, body.value));
      return;
    }
    const kind = this.options.kinds.byPath(
      info.group,
      info.version,
      info.resource,
    );
    if (!kind) throw unknownPath();
    const manager = url.searchParams.get('fieldManager') ?? agentOf(request);
    const dryRun = this.#dryRun(request, url, body.value);
    const exchange: Exchange = {
      info,
      kind,
      query: url.searchParams,
      body: body.value,
      contentType: body.contentType,
      accept: request.headers.accept ?? '',
      context: { user, dryRun, manager, warnings: [] },
      request,
      response,
    };
    const answer: Answer = await this.#handlerOf(info)(exchange);
    if (answer) {
      send(
        response,
        {
          code: answer.code,
          body: this.options.present(exchange, answer.body),
        },
        exchange.context.warnings,
      );
    }
  }

  #userOf({ headers: { authorization } }: IncomingMessage): User {
    if (!authorization) return ANONYMOUS;
    const token = /^Bearer (.+)$/i.exec(authorization)?.[1];
    const user = token && this.options.authenticate(token.trim());
    if (!user) throw unauthorized();
    return user;
  }

  #authorize(user: User, info: RequestInfo): void {
    const attributes: Attributes =
      info.type === 'path' ? { verb: info.verb, path: info.path } : info;
    if (this.options.authorizer.allows(user, attributes)) return;
    const text = denial(user, attributes);
    if (info.type === 'path')
      throw new StatusError(403, 'Forbidden', `forbidden: ${text}`, {});
    throw forbidden(
      { group: info.group, plural: info.resource },
      info.name,
      text,
    );
  }

  #review(info: ResourceRequest, user: User, body: Json): Answer {
    const review = REVIEWS[info.resource];
    if (!review) throw unknownPath();
    if (info.verb !== 'create') throw notAllowed();
    const { authorizer, authenticate } = this.options;
    return {
      code: 201,
      body: review(body, { user, authorizer, authenticate }),
    };
  }

  #handlerOf({ resource, subresource, verb }: ResourceRequest): Handler {
    const { subresources, verbs } = this.options;
    if (subresource) {
      const special =
        subresources[`${resource}/${subresource}`] ??
        subresources[`*/${subresource}`];
      if (special) return special;
      if (subresource !== 'status')
        throw notImplemented(`the subresource ${resource}/${subresource}`);
    }
    const handler = verbs[verb];
    if (!handler) throw notAllowed();
    return handler;
  }

  #dryRun(request: IncomingMessage, url: URL, body: Json): boolean {
    const modes = [
      ...url.searchParams.getAll('dryRun'),
      ...(Array.isArray(body?.dryRun) ? body.dryRun : []),
    ];
    const unknown = modes.find(mode => mode !== 'All');
    if (unknown !== undefined) {
      throw invalidOptions(
        `${WRITES[request.method ?? ''] ?? 'Create'}Options`,
        [unsupported('dryRun', modes, ['All'])],
      );
    }
    return modes.length > 0;
  }
}

/** The manager of a client that names none: its user agent up to the slash. */
function agentOf(request: IncomingMessage): string {
  return (request.headers['user-agent'] ?? 'unknown')
    .split('/')[0]
    .slice(0, 128);
}

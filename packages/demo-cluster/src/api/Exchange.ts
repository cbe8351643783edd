// SPDX-License-Identifier: Apache-2.0
import { IncomingMessage, ServerResponse } from 'node:http';
import { Kind } from '../kinds/Kind';
import { Json, KubernetesObject } from '../objects';
import { WriteContext } from '../registry/WriteContext';
import { ResourceRequest } from './requestInfo';

/** One authorized request for a resource. */
export interface Exchange {
  info: ResourceRequest;
  kind: Kind;
  query: URLSearchParams;
  /** Decoded body; `{}` where none was sent. */
  body: Json;
  contentType: string;
  accept: string;
  context: WriteContext;
  request: IncomingMessage;
  response: ServerResponse;
}

/** What a handler answers; `undefined` when it has written the response itself. */
export type Answer =
  | { code: number; body: Json | KubernetesObject }
  | undefined;

/** Answers one verb. Throws `StatusError` to refuse. */
export type Handler = (exchange: Exchange) => Answer | Promise<Answer>;

// SPDX-License-Identifier: Apache-2.0
import { IncomingMessage } from 'node:http';
import { JSON_SCHEMA, load } from 'js-yaml';
import { Json } from '../objects';
import { decodeProtobuf } from './protobufBody';
import {
  StatusError,
  badRequest,
  unsupportedMediaType,
} from '../registry/StatusError';

const MAX_BYTES = 3 * 1024 * 1024;
const YAML_TYPES = ['application/yaml', 'application/apply-patch+yaml'];
const JSON_TYPES = [
  'application/json',
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
];

const PROTOBUF_TYPE = 'application/vnd.kubernetes.protobuf';

export interface Body {
  contentType: string;
  value: Json;
}

/** Reads and decodes the body of a request. @throws StatusError 400, 413, 415 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      throw new StatusError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${MAX_BYTES}`,
      );
    }
    chunks.push(chunk);
  }
  const contentType = (request.headers['content-type'] ?? 'application/json')
    .split(';')[0]
    .trim();
  if (size === 0) return { contentType, value: {} };
  if (contentType === PROTOBUF_TYPE)
    return { contentType, value: decodeProtobuf(Buffer.concat(chunks)) };
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    if (JSON_TYPES.includes(contentType))
      return { contentType, value: JSON.parse(text) };
    if (YAML_TYPES.includes(contentType))
      return { contentType, value: load(text, { schema: JSON_SCHEMA }) ?? {} };
  } catch (error) {
    throw badRequest(
      `the body of the request could not be decoded: ${
        (error as Error).message
      }`,
    );
  }
  throw unsupportedMediaType(['application/json', 'application/yaml']);
}

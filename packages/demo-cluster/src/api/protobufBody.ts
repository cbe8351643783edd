// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import { StatusError, badRequest } from '../registry/StatusError';

const MAGIC = Buffer.from('k8s\0');

/** Field number → name, or name and fields of a message. */
type Shape = { [field: number]: string | [string, Shape] };

const ATTRIBUTES: Shape = {
  1: 'namespace',
  2: 'verb',
  3: 'group',
  4: 'version',
  5: 'resource',
  6: 'subresource',
  7: 'name',
};
const ENVELOPE: Shape = { 1: ['typeMeta', { 1: 'apiVersion', 2: 'kind' }] };
const RAW_FIELD = 2;

// kubectl asks these questions in protobuf and in nothing else.
const SHAPES: Record<string, Shape> = {
  SelfSubjectAccessReview: {
    2: [
      'spec',
      {
        1: ['resourceAttributes', ATTRIBUTES],
        2: ['nonResourceAttributes', { 1: 'path', 2: 'verb' }],
      },
    ],
  },
  SelfSubjectRulesReview: { 2: ['spec', { 1: 'namespace' }] },
  SelfSubjectReview: {},
  TokenRequest: {},
};

/** Decodes a body in Kubernetes' protobuf form. @throws StatusError 400, or 415 for other kinds */
export function decodeProtobuf(body: Buffer): Json {
  if (!body.subarray(0, MAGIC.length).equals(MAGIC))
    throw badRequest('the body is no Kubernetes protobuf message');
  const envelope = body.subarray(MAGIC.length);
  const { typeMeta = {} } = read(envelope, ENVELOPE);
  const shape = SHAPES[typeMeta.kind];
  if (!shape) throw jsonPlease(typeMeta.kind);
  const raw =
    [...fields(envelope)].find(({ field }) => field === RAW_FIELD)?.content ??
    Buffer.alloc(0);
  return { ...typeMeta, ...read(raw, shape) };
}

function jsonPlease(kind: string): StatusError {
  return new StatusError(
    415,
    'UnsupportedMediaType',
    `The demo cluster reads a ${kind} as JSON or YAML, not as protobuf. Use kubectl apply with a manifest.`,
  );
}

function read(message: Buffer, shape: Shape): Json {
  const result: Json = {};
  for (const { field, content } of fields(message)) {
    const known = shape[field];
    if (known === undefined || !content) continue;
    if (typeof known === 'string') result[known] = content.toString('utf8');
    else result[known[0]] = read(content, known[1]);
  }
  return result;
}

function* fields(
  message: Buffer,
): Iterable<{ field: number; content?: Buffer }> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; at < message.length; scale *= 128) {
      const byte = message[at];
      at += 1;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
    throw badRequest('the protobuf message ends too early');
  };
  while (at < message.length) {
    const tag = varint();
    const type = tag % 8;
    const field = Math.floor(tag / 8);
    if (type === 0) {
      varint();
      yield { field };
    } else if (type === 2) {
      const length = varint();
      const content = message.subarray(at, at + length);
      at += length;
      yield { field, content };
    } else if (type === 1 || type === 5) {
      at += type === 1 ? 8 : 4;
      yield { field };
    } else
      throw badRequest('the protobuf message has a field of an unknown type');
  }
}

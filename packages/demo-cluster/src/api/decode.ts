// SPDX-License-Identifier: Apache-2.0
import { conform } from '../kinds/conform';
import { Kind, apiVersionOf } from '../kinds/Kind';
import { Json } from '../objects';
import { StatusError, badRequest } from '../registry/StatusError';
import { Exchange } from './Exchange';

const MODES = ['Ignore', 'Warn', 'Strict'];

/** The mode of `fieldValidation`; the API server's default is to warn. */
function modeOf(query: URLSearchParams): string {
  const mode = query.get('fieldValidation') || 'Warn';
  if (MODES.includes(mode)) return mode;
  throw badRequest(
    `fieldValidation: Unsupported value: "${mode}": supported values: "Ignore", "Strict", "Warn"`,
  );
}

/**
 * Fits a body to its kind: unknown fields are dropped and warned about, or refused.
 * @throws StatusError 400
 */
export function decode(
  { kind, query, context }: Pick<Exchange, 'kind' | 'query' | 'context'>,
  body: Json,
): Json {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw badRequest(
      `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: a JSON object is needed`,
    );
  }
  checkType(kind, body);
  const { value, unknown, mistyped } = conform(body, kind.schema, !kind.custom);
  const prefix = `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}`;
  if (mistyped.length) throw badRequest(`${prefix}: json: ${mistyped[0]}`);
  if (unknown.length) {
    const texts = unknown.map(path => `unknown field "${path}"`);
    const mode = modeOf(query);
    if (mode === 'Strict')
      throw badRequest(`${prefix}: strict decoding error: ${texts.join(', ')}`);
    if (mode === 'Warn') context.warnings.push(...texts);
  } else modeOf(query);
  return { ...value, apiVersion: apiVersionOf(kind), kind: kind.kind };
}

function checkType(kind: Kind, body: Json): void {
  const expected = apiVersionOf(kind);
  if (body.kind && body.kind !== kind.kind) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${kind.kind}): got ${body.apiVersion}, Kind=${body.kind}`,
    );
  }
  if (body.apiVersion && body.apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${body.apiVersion}) does not match the expected API version (${expected})`,
    );
  }
}

/** The body of an apply: fields that its kind does not know are refused whatever the mode. */
export function decodeApplied(
  kind: Kind,
  namespace: string | undefined,
  body: Json,
): Json {
  if (!body.apiVersion || !body.kind) {
    throw badRequest(
      `Object 'Kind' is missing in '${JSON.stringify(body).slice(0, 80)}'`,
    );
  }
  checkType(kind, body);
  const { value, unknown, mistyped } = conform(body, kind.schema, !kind.custom);
  const name = body.metadata?.name ?? '';
  const object = `(${namespace ? `${namespace}/` : ''}${name}; ${kind.group}/${
    kind.version
  }, Kind=${kind.kind})`;
  const problem =
    mistyped[0] ??
    (unknown[0] && `.${unknown[0]}: field not declared in schema`);
  if (problem) {
    throw new StatusError(
      500,
      '',
      `failed to create typed patch object ${object}: ${problem}`,
    );
  }
  if (value.metadata?.managedFields?.length)
    throw badRequest('metadata.managedFields must be nil');
  return { ...value, apiVersion: apiVersionOf(kind), kind: kind.kind };
}

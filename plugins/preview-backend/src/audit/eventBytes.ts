// SPDX-License-Identifier: Apache-2.0
import canonicalize from 'canonicalize';

/** What an event may consist of. */
type FlatValue = string | number | boolean | null;

/** Control characters that some databases refuse, except tab and line feed. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const LONE_SURROGATES =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Makes any text fit to be kept and hashed; U+FFFD stands for what was not. */
function cleanText(text: string): string {
  return text.replace(CONTROLS, '\ufffd').replace(LONE_SURROGATES, '\ufffd');
}

function clean(field: string, value: unknown): FlatValue {
  if (typeof value === 'string') {
    return cleanText(value);
  }
  if (value === null || typeof value === 'boolean') {
    return value;
  }
  if (Number.isSafeInteger(value)) {
    return value as number;
  }
  throw new TypeError(`Audit field "${field}" cannot be written down exactly`);
}

/**
 * The one way to write down a flat object (RFC 8785), fit for every database.
 *
 * @throws TypeError for members that have no exact form, `undefined` included
 */
export function eventBytes(object: Record<string, unknown>): string {
  const members = Object.entries(object).map(([name, value]) => [
    name,
    clean(name, value),
  ]);
  return canonicalize(Object.fromEntries(members))!;
}

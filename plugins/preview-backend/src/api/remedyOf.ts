// SPDX-License-Identifier: Apache-2.0
import type { Fault } from './fromFaults';

/** How a value of a JSON type is written. */
const FORMS: Record<string, string> = {
  string: 'a text in double quotes',
  integer: 'a whole number without quotes',
  number: 'a number without quotes',
  boolean: 'true or false without quotes',
  array: 'a list, as in […]',
  object: 'an object, as in {…}',
};

/** By keyword of the schema: how its words are told from the validator's. */
const REMEDIES: Record<string, [RegExp, (found: string) => string]> = {
  enum: [/: (.+)$/s, values => `Use one of: ${values}.`],
  maxLength: [/(\d+) characters/, most => `Use at most ${most} characters.`],
  minLength: [/(\d+) characters/, () => 'Give it a value, or leave it out.'],
  maxItems: [/(\d+) items/, most => `Give at most ${most}.`],
  minItems: [/(\d+) items/, least => `Give at least ${least}.`],
  maximum: [/<= (\S+)/, most => `Give at most ${most}.`],
  minimum: [/>= (\S+)/, least => `Give at least ${least}.`],
  pattern: [/pattern (.+)$/s, pattern => `Write it in the form ${pattern}.`],
};

/**
 * What to do about a fault of a request.
 *
 * @param known - names of the fields that are known in its place
 * @returns absent where nothing better is known than the registry says
 */
export function remedyOf(
  { path, message, errorCode = '' }: Fault,
  known: string[],
): string | undefined {
  const isQuery = path.startsWith('/query/');
  const [keyword] = errorCode.split('.');
  if (message.startsWith('Empty value')) {
    return 'Give it a value, or leave it out.';
  }
  if (message.includes('must be url encoded')) {
    return 'Encode it for an address, as encodeURIComponent does.';
  }
  switch (keyword) {
    case 'required':
      return isQuery
        ? `Add it to the query, as in ?${path.slice('/query/'.length)}=….`
        : 'Add it to the body.';
    case 'minProperties':
      return known.length ? `Known are: ${known.join(', ')}.` : undefined;
    case 'type':
      return typeRemedy(message, isQuery);
    default: {
      const [pattern, say] = REMEDIES[keyword] ?? [];
      const found = pattern?.exec(message);
      return found ? say?.(found[1]) : undefined;
    }
  }
}

/** `must be array,null` */
function typeRemedy(message: string, isQuery: boolean): string | undefined {
  const types = /^must be (\S+)$/.exec(message)?.[1].split(',') ?? [];
  const forms = types.map(type => FORMS[type] ?? type);
  const text = `Give ${forms.join(' or ')}.`;
  // Nothing has quotes in an address.
  return forms.length
    ? text.replace(isQuery ? / (without|in double) quotes/g : /^$/, '')
    : undefined;
}

// SPDX-License-Identifier: Apache-2.0
import { previewError } from '../codes/PreviewError';
import {
  type CombinedFilter,
  FILTER_TYPES,
  type FilterPart,
  type FilterType,
  type RequestFilter,
} from './filter';
import { readPattern } from './pattern';

/** Token characters of RFC 9110, section 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]{1,256}$/;
const METHOD = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/;
/** Visible ASCII and inner blanks: what an HTTPRoute takes without surprises. */
const HEADER_VALUE = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;
const LONGEST = 4096;
const MOST_PARTS = 20;

/** Members of each type besides `type`, in the order in which they are said. */
const MEMBERS: Record<FilterType, readonly string[]> = {
  header: ['name', 'value'],
  'header-regex': ['pattern'],
  'header-jq': ['query'],
  path: ['pattern'],
  method: ['method'],
  'json-body': ['query', 'matches'],
  'all-of': ['filters'],
  'any-of': ['filters'],
  'mirrord-default': [],
};

/**
 * Checks the form of a filter and lower-cases names of headers. Whether it is
 * allowed, and whether it carries the key, is policy.
 *
 * @throws PreviewError `InvalidFilter`, field `traffic.filter…`
 * @public
 */
export function parseFilter(filter: RequestFilter): RequestFilter {
  const field = 'traffic.filter';
  checkMembers(filter, field);
  switch (filter.type) {
    case 'all-of':
    case 'any-of':
      return parseCombined(filter, field);
    case 'mirrord-default':
      return { type: filter.type };
    default:
      return parsePart(filter, field);
  }
}

function parseCombined(
  { type, filters }: CombinedFilter,
  field: string,
): RequestFilter {
  if (filters.length === 0 || filters.length > MOST_PARTS) {
    throw invalid(
      `"${type}" takes 1 to ${MOST_PARTS} filters.`,
      `${field}.filters`,
    );
  }
  const parts = filters.map((part, index) => {
    const at = `${field}.filters[${index}]`;
    checkMembers(part, at);
    if ('filters' in part || (part.type as string) === 'mirrord-default') {
      throw invalid(`"${part.type}" cannot be part of another filter.`, at);
    }
    return parsePart(part, at);
  });
  return { type, filters: parts };
}

/** Tells by name what is missing and what does not belong there. */
function checkMembers(
  filter: RequestFilter,
  field: string,
): asserts filter is RequestFilter {
  if (!FILTER_TYPES.includes(filter.type)) {
    throw invalid(
      `"type" is one of ${FILTER_TYPES.join(', ')}.`,
      `${field}.type`,
    );
  }
  const members = MEMBERS[filter.type];
  const given = Object.entries(filter)
    .filter(([name, value]) => name !== 'type' && value !== undefined)
    .map(([name]) => name);
  const missing = members.find(name => !given.includes(name));
  if (missing) {
    throw invalid(
      `A filter of type "${filter.type}" needs "${missing}".`,
      `${field}.${missing}`,
    );
  }
  const other = given.find(name => !members.includes(name));
  if (other) {
    throw invalid(
      `A filter of type "${filter.type}" has no "${other}".`,
      `${field}.${other}`,
    );
  }
}

function parsePart(part: FilterPart, field: string): FilterPart {
  switch (part.type) {
    case 'header':
      return parseHeader(part, field);
    case 'header-regex':
    case 'path':
      readPattern(part.pattern, `${field}.pattern`);
      return part.type === 'path'
        ? { type: part.type, pattern: part.pattern }
        : { type: part.type, pattern: part.pattern };
    case 'method':
      if (!METHOD.test(part.method)) {
        throw invalid('This is no HTTP method.', `${field}.method`);
      }
      return { type: part.type, method: part.method.toUpperCase() };
    case 'header-jq':
      checkText(part.query, `${field}.query`);
      return { type: part.type, query: part.query };
    default:
      checkText(part.query, `${field}.query`);
      if (!part.query.startsWith('$')) {
        throw invalid('A JSONPath begins with "$".', `${field}.query`);
      }
      readPattern(part.matches, `${field}.matches`);
      return { type: part.type, query: part.query, matches: part.matches };
  }
}

function parseHeader(
  { type, name: given, value }: FilterPart & { type: 'header' },
  field: string,
): FilterPart {
  const name = given.toLowerCase();
  if (!HEADER_NAME.test(name)) {
    throw invalid(
      'The header name has characters that no HTTP header may have.',
      `${field}.name`,
    );
  }
  if (value.length > LONGEST || !HEADER_VALUE.test(value)) {
    throw invalid(
      'The header value must be 1 to 4096 printable ASCII characters without blanks at its ends.',
      `${field}.value`,
    );
  }
  return { type, name, value };
}

function checkText(text: string, field: string): void {
  if (text.trim() === '' || text.length > LONGEST || text.includes('\0')) {
    throw invalid(`Give 1 to ${LONGEST} characters.`, field);
  }
}

function invalid(message: string, field: string) {
  return previewError('InvalidFilter', { message, field });
}

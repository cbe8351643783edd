// SPDX-License-Identifier: Apache-2.0

export type Labels = Record<string, string> | undefined;
export type LabelMatcher = (labels: Labels) => boolean;

interface Requirement {
  key: string;
  operator: string;
  values?: string[];
}

/** A `metav1.LabelSelector`. */
export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: Requirement[];
}

/** All key-value pairs of the map are present. The empty map matches everything. */
export function matchesMap(
  map: Record<string, string>,
  labels: Labels,
): boolean {
  return Object.entries(map).every(([key, value]) => labels?.[key] === value);
}

/** Evaluates the object form. An empty selector matches everything, an absent one nothing. */
export function matchesSelector(
  selector: LabelSelector | undefined,
  labels: Labels,
): boolean {
  if (!selector) return false;
  return (
    matchesMap(selector.matchLabels ?? {}, labels) &&
    (selector.matchExpressions ?? []).every(requirement =>
      holds(requirement, labels),
    )
  );
}

function holds(
  { key, operator, values = [] }: Requirement,
  labels: Labels,
): boolean {
  const value = labels?.[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

const SET_TERM = /^\s*([^\s!=,()]+)\s+(in|notin)\s*\(([^)]*)\)\s*$/;
const EQUALITY_TERM = /^\s*([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)\s*$/;
const EXISTS_TERM = /^\s*(!?)\s*([^\s!=,()]+)\s*$/;

/** Parses the text of the query parameter. @throws SyntaxError naming the term */
export function parseLabelSelector(text: string): LabelMatcher {
  const terms = text.split(/,(?![^(]*\))/).filter(term => term.trim() !== '');
  const requirements = terms.map(parseTerm);
  return labels =>
    requirements.every(requirement => holds(requirement, labels));
}

function parseTerm(term: string): Requirement {
  const set = SET_TERM.exec(term);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    return { key: set[1], operator: set[2] === 'in' ? 'In' : 'NotIn', values };
  }
  const equality = EQUALITY_TERM.exec(term);
  if (equality) {
    const operator = equality[2] === '!=' ? 'NotIn' : 'In';
    return { key: equality[1], operator, values: [equality[3]] };
  }
  const exists = EXISTS_TERM.exec(term);
  if (exists)
    return { key: exists[2], operator: exists[1] ? 'DoesNotExist' : 'Exists' };
  throw new SyntaxError(`unable to parse requirement: ${term.trim()}`);
}

// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../../objects';
import {
  FieldError,
  duplicate,
  invalid,
  required,
  tooMany,
  unsupported,
} from '../../registry/fieldErrors';

const LIMITS = {
  parentRefs: 32,
  hostnames: 16,
  rules: 16,
  matches: 64,
  filters: 16,
  backendRefs: 16,
  headers: 16,
};
const MAX_MATCHES_PER_ROUTE = 128;
const PATH_TYPES = ['Exact', 'PathPrefix', 'RegularExpression'];
const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
];
const REPEATABLE_FILTERS = ['RequestMirror', 'ExtensionRef'];

/** HTTPRoute and GRPCRoute: the limits and rules of the CRD. */
export function validateRoute({
  spec = {},
  kind,
}: KubernetesObject): FieldError[] {
  const rules: Json[] = spec.rules ?? [];
  const errors = [
    ...limit(spec.parentRefs, 'parentRefs', 'spec.parentRefs'),
    ...limit(spec.hostnames, 'hostnames', 'spec.hostnames'),
    ...limit(rules, 'rules', 'spec.rules'),
    ...rules.flatMap((rule, index) =>
      validateRule(rule, `spec.rules[${index}]`, kind),
    ),
  ];
  const matches = rules.reduce(
    (sum, rule) => sum + (rule.matches?.length ?? 0),
    0,
  );
  if (matches > MAX_MATCHES_PER_ROUTE) {
    const detail =
      'While 16 rules and 64 matches per rule are allowed, the total number of matches across all rules in a route must be less than 128';
    errors.push(invalid('spec.rules', 'array', detail));
  }
  return errors;
}

function validateRule(rule: Json, path: string, kind: string): FieldError[] {
  const matches: Json[] = rule.matches ?? [];
  const errors = [
    ...limit(matches, 'matches', `${path}.matches`),
    ...limit(rule.filters, 'filters', `${path}.filters`),
    ...limit(rule.backendRefs, 'backendRefs', `${path}.backendRefs`),
  ];
  matches.forEach((match, index) => {
    const at = `${path}.matches[${index}]`;
    errors.push(
      ...limit(match.headers, 'headers', `${at}.headers`),
      ...repeated(match.headers, `${at}.headers`),
    );
    if (kind !== 'HTTPRoute') return;
    if (!PATH_TYPES.includes(match.path.type))
      errors.push(unsupported(`${at}.path.type`, match.path.type, PATH_TYPES));
    if (
      match.path.type !== 'RegularExpression' &&
      !match.path.value.startsWith('/')
    ) {
      errors.push(
        invalid(
          `${at}.path`,
          'object',
          "value must be an absolute path and start with '/' when type one of ['Exact', 'PathPrefix']",
        ),
      );
    }
    if (match.method && !METHODS.includes(match.method))
      errors.push(unsupported(`${at}.method`, match.method, METHODS));
  });
  (rule.backendRefs ?? []).forEach((backend: Json, index: number) => {
    const at = `${path}.backendRefs[${index}]`;
    if (!backend.name) errors.push(required(`${at}.name`));
    if (backend.kind === 'Service' && backend.group === '' && !backend.port) {
      errors.push(
        invalid(at, 'object', 'Must have port for Service reference'),
      );
    }
  });
  errors.push(...validateFilters(rule.filters ?? [], `${path}.filters`));
  return errors;
}

function validateFilters(filters: Json[], path: string): FieldError[] {
  const types = filters.map(filter => filter.type);
  const twice = types.find(
    (type, index) =>
      !REPEATABLE_FILTERS.includes(type) && types.indexOf(type) !== index,
  );
  return twice
    ? [invalid(path, 'array', `${twice} filter cannot be repeated`)]
    : [];
}

/** Headers are told apart by their name as it is written. */
function repeated(headers: Json[] = [], path: string): FieldError[] {
  return headers.flatMap((header, index) =>
    headers.findIndex(({ name }) => name === header.name) < index
      ? [duplicate(`${path}[${index}]`, { name: header.name })]
      : [],
  );
}

function limit(
  list: Json[] | undefined,
  what: keyof typeof LIMITS,
  path: string,
): FieldError[] {
  const max = LIMITS[what];
  return list && list.length > max ? [tooMany(path, list.length, max)] : [];
}

/** A Gateway's listeners. */
export function validateGateway({ spec = {} }: KubernetesObject): FieldError[] {
  const listeners: Json[] = spec.listeners ?? [];
  const errors: FieldError[] = spec.gatewayClassName
    ? []
    : [required('spec.gatewayClassName')];
  if (!listeners.length) errors.push(required('spec.listeners'));
  listeners.forEach((listener, index) => {
    for (const field of ['name', 'port', 'protocol']) {
      if (!listener[field])
        errors.push(required(`spec.listeners[${index}].${field}`));
    }
  });
  return errors;
}

// SPDX-License-Identifier: Apache-2.0
import { Kind } from '../kinds/Kind';
import { Cause, StatusError } from './StatusError';

/** One thing that is wrong with one field. */
export interface FieldError {
  type:
    | 'FieldValueRequired'
    | 'FieldValueInvalid'
    | 'FieldValueForbidden'
    | 'FieldValueNotFound'
    | 'FieldValueNotSupported'
    | 'FieldValueDuplicate'
    | 'FieldValueTooMany'
    | 'FieldValueTooLong';
  field: string;
  /** Everything after `field: `. */
  message: string;
}

const show = (value: unknown): string =>
  typeof value === 'string' || (value !== null && typeof value === 'object')
    ? JSON.stringify(value)
    : String(value);

export const required = (field: string, detail = ''): FieldError => ({
  type: 'FieldValueRequired',
  field,
  message: `Required value${detail && `: ${detail}`}`,
});

export const invalid = (
  field: string,
  value: unknown,
  detail: string,
): FieldError => ({
  type: 'FieldValueInvalid',
  field,
  message: `Invalid value: ${show(value)}: ${detail}`,
});

export const forbiddenField = (field: string, detail: string): FieldError => ({
  type: 'FieldValueForbidden',
  field,
  message: `Forbidden: ${detail}`,
});

export const fieldNotFound = (field: string, value: unknown): FieldError => ({
  type: 'FieldValueNotFound',
  field,
  message: `Not found: ${show(value)}`,
});

export const duplicate = (field: string, value: unknown): FieldError => ({
  type: 'FieldValueDuplicate',
  field,
  message: `Duplicate value: ${show(value)}`,
});

export const unsupported = (
  field: string,
  value: unknown,
  values: string[],
): FieldError => ({
  type: 'FieldValueNotSupported',
  field,
  message: `Unsupported value: ${show(value)}: supported values: ${values
    .map(show)
    .join(', ')}`,
});

export const tooMany = (
  field: string,
  count: number,
  max: number,
): FieldError => ({
  type: 'FieldValueTooMany',
  field,
  message: `Too many: ${count}: must have at most ${max} items`,
});

const causeOf = ({ type, message, field }: FieldError): Cause => ({
  reason: type,
  message,
  field,
});

/** The 422 for options of a request, such as `DeleteOptions`. */
export function invalidOptions(
  kind: string,
  errors: FieldError[],
): StatusError {
  const texts = errors.map(error => `${error.field}: ${error.message}`);
  return new StatusError(
    422,
    'Invalid',
    `${kind}.meta.k8s.io "" is invalid: ${texts.join(', ')}`,
    {
      group: 'meta.k8s.io',
      kind,
      causes: errors.map(causeOf),
    },
  );
}

/** The 422 that an API server answers for a list of field errors. */
export function invalidObject(
  kind: Kind,
  name: string,
  errors: FieldError[],
): StatusError {
  const texts = errors.map(error => `${error.field}: ${error.message}`);
  const type = kind.group ? `${kind.kind}.${kind.group}` : kind.kind;
  const list = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  return new StatusError(
    422,
    'Invalid',
    `${type} "${name}" is invalid: ${list}`,
    {
      name,
      ...(kind.group && { group: kind.group }),
      kind: kind.kind,
      causes: errors.map(causeOf),
    },
  );
}

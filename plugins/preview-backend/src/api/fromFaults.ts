// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { knownFields, type Operation } from './knownFields';
import { remedyOf } from './remedyOf';

/** One fault as the request validator tells it. */
export interface Fault {
  /** `/body/env/0/name`, `/query/limit` */
  path: string;
  message: string;
  /** `maxLength.openapi.validation`; absent where the schema is not at fault. */
  errorCode?: string;
}

/** What is wrong with a request: which field, why, and what to do about it. */
export function fromFaults(
  faults: Fault[],
  status: number,
  operation: Operation = {},
): PreviewError {
  if (status === 404 || status === 405) {
    return previewError('CallNotFound');
  }
  const unknown = faults.find(
    ({ errorCode, message }) =>
      errorCode?.startsWith('additionalProperties.') ||
      message.startsWith('Unknown query parameter'),
  );
  if (unknown) {
    const field = fieldOf(unknown.path);
    const known = knownFields(operation, parentOf(unknown.path));
    return previewError('UnknownField', {
      message: `The field "${field}" is not known.`,
      ...(known.length > 0 && {
        hint: `Remove it, or use one that is known here: ${known.join(', ')}.`,
      }),
      field,
    });
  }
  // Of alternatives, the one that goes deepest is the one that was meant.
  const [fault] = [...faults].sort((a, b) => b.path.length - a.path.length);
  const field = fieldOf(fault.path);
  return previewError('InvalidRequest', {
    message: sentence(field, fault),
    hint: remedyOf(fault, knownFields(operation, fault.path)),
    field: field || undefined,
  });
}

/** The validator speaks of properties; people who wrote a request do not. */
function sentence(field: string, { message }: Fault): string {
  if (message.startsWith('must have required property')) {
    return `The field "${field}" is missing.`;
  }
  if (message.startsWith('must NOT have fewer than 1 properties')) {
    return 'The request asks for nothing: give at least one field.';
  }
  if (
    message.startsWith('Empty value') ||
    message === 'must NOT have fewer than 1 characters'
  ) {
    return `The field "${field}" is empty.`;
  }
  if (message.includes('must be url encoded')) {
    return `The field "${field}" is not encoded for an address.`;
  }
  const said = message.replace(/,null$/, ' or null');
  return field ? `"${field}" ${said}.` : `The body ${said}.`;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** `/body/env/0/name` → `env[0].name` */
function fieldOf(path: string): string {
  return path
    .split('/')
    .filter(Boolean)
    .slice(1)
    .map((part, index) => {
      const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
      if (/^\d+$/.test(name)) {
        return `[${name}]`;
      }
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}

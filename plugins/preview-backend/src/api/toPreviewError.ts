// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  isPreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { isOutage } from '../dependencies/isOutage';

/** One fault as the request validator tells it. */
interface Fault {
  path: string;
  message: string;
  errorCode?: string;
}

interface HttpError {
  name: string;
  status?: number;
  type?: string;
  errors?: Fault[];
}

/**
 * Whatever a request ended with, as one of our codes. What we did not foresee
 * becomes `InternalError` and tells nothing of itself.
 */
export function toPreviewError(error: unknown): PreviewError {
  if (isPreviewError(error)) {
    return error;
  }
  const { name, status, type, errors } = (error ?? {}) as HttpError;
  if (type === 'entity.too.large') {
    return previewError('BodyTooLarge');
  }
  if (type?.startsWith('entity.') || type === 'encoding.unsupported') {
    return previewError('InvalidRequest', {
      message: 'The body is not valid JSON.',
      hint: 'Send one JSON object, with the header "Content-Type: application/json".',
    });
  }
  if (errors && status && status < 500) {
    return fromFaults(errors, status);
  }
  switch (name) {
    case 'AuthenticationError':
      return previewError('Unauthenticated');
    case 'NotAllowedError':
      return previewError('PermissionDenied');
    case 'ServiceUnavailableError':
      return previewError('DependencyUnavailable', { cause: error });
    default:
      if (isOutage(error)) {
        return previewError('DependencyUnavailable', { cause: error });
      }
      return status === 400
        ? previewError('InvalidRequest')
        : previewError('InternalError', { cause: error });
  }
}

function fromFaults(faults: Fault[], status: number): PreviewError {
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
    return previewError('UnknownField', {
      message: `The field "${field}" is not known.`,
      field,
    });
  }
  // Of alternatives, the one that goes deepest is the one that was meant.
  const [fault] = [...faults].sort((a, b) => b.path.length - a.path.length);
  const field = fieldOf(fault.path);
  return previewError('InvalidRequest', {
    message: sentence(field, fault.message),
    field: field || undefined,
  });
}

/** The validator speaks of properties; people who wrote a request do not. */
function sentence(field: string, fault: string): string {
  if (fault.startsWith('must have required property')) {
    return `The field "${field}" is missing.`;
  }
  if (fault.startsWith('must NOT have fewer than 1 properties')) {
    return 'The request asks for nothing: give at least one field.';
  }
  return field ? `"${field}" ${fault}.` : `The body ${fault}.`;
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

// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  isPreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { isOutage } from '../dependencies/isOutage';
import { type Fault, fromFaults } from './fromFaults';
import type { Operation } from './knownFields';

interface HttpError {
  name: string;
  status?: number;
  type?: string;
  errors?: Fault[];
}

/**
 * Whatever a request ended with, as one of our codes. What we did not foresee
 * becomes `InternalError` and tells nothing of itself.
 *
 * @param operation - what the document says of the call, where it is known
 */
export function toPreviewError(
  error: unknown,
  operation?: Operation,
): PreviewError {
  if (isPreviewError(error)) {
    return error;
  }
  const { name, status, type, errors } = (error ?? {}) as HttpError;
  if (type === 'entity.too.large') {
    return previewError('BodyTooLarge');
  }
  const unread = unreadBody(type);
  if (unread) {
    return previewError('InvalidRequest', unread);
  }
  if (errors && status && status < 500) {
    return fromFaults(errors, status, operation);
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

/** Why a body could not be read, by what its reader calls it. */
function unreadBody(type: string | undefined) {
  switch (type) {
    case 'charset.unsupported':
      return {
        message: 'The body has a character set that is not known here.',
        hint: 'Send UTF-8, with the header "Content-Type: application/json".',
      };
    case 'encoding.unsupported':
      return {
        message: 'The body is packed in a way that is not known here.',
        hint: 'Leave the header Content-Encoding out, or use gzip or deflate.',
      };
    case 'request.aborted':
    case 'request.size.invalid':
      return {
        message: 'The body does not have the length that was announced.',
        hint: 'Let your HTTP client set the header Content-Length.',
      };
    case 'entity.parse.failed':
    case 'entity.verify.failed':
      return {
        message: 'The body is not valid JSON.',
        hint: 'Send one JSON object, with the header "Content-Type: application/json".',
      };
    default:
      return undefined;
  }
}

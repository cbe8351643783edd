// SPDX-License-Identifier: Apache-2.0
import { previewError } from '../codes/PreviewError';

/** Header that carries the key unless configured otherwise. @public */
export const DEFAULT_HEADER = 'x-preview-key';

/**
 * An exact match of one request header. Header names are compared without
 * case and kept in lower case.
 *
 * @public
 */
export interface HeaderFilter {
  type: 'header';
  name: string;
  value: string;
}

/** What marks a request as meant for a preview. @public */
export type RequestFilter = HeaderFilter;

/** Token characters of RFC 9110, section 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]{1,256}$/;
/** Visible ASCII and inner blanks: what an HTTPRoute takes without surprises. */
const HEADER_VALUE = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

/** @public */
export function defaultFilter(
  key: string,
  name = DEFAULT_HEADER,
): HeaderFilter {
  return { type: 'header', name, value: key };
}

/**
 * Checks the form of a filter and lower-cases the header's name. Whether the
 * header is allowed, and whether the value carries the key, is policy.
 *
 * @throws PreviewError `InvalidFilter`, field `traffic.filter…`
 * @public
 */
export function parseFilter(filter: RequestFilter): RequestFilter {
  const name = filter.name.toLowerCase();
  if (!HEADER_NAME.test(name)) {
    throw previewError('InvalidFilter', {
      message: 'The header name has characters that no HTTP header may have.',
      field: 'traffic.filter.name',
    });
  }
  if (filter.value.length > 4096 || !HEADER_VALUE.test(filter.value)) {
    throw previewError('InvalidFilter', {
      message:
        'The header value must be 1 to 4096 printable ASCII characters without blanks at its ends.',
      field: 'traffic.filter.value',
    });
  }
  return { type: 'header', name, value: filter.value };
}

/** A text that is equal for equal filters, for unique indexes. @public */
export function filterFingerprint(filter: RequestFilter): string {
  return `${filter.type}:${filter.name.toLowerCase()}=${filter.value}`;
}

/** The headers that a request needs to match a filter. @public */
export function filterHeaders(
  filter: RequestFilter | null,
): Record<string, string> {
  return filter ? { [filter.name]: filter.value } : {};
}

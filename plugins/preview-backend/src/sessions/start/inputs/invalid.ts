// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';

/** An input of the wrong form: what is wrong, and what would be right. */
export function invalid(
  field: string,
  message: string,
  hint: string,
): PreviewError {
  return previewError('InvalidRequest', { message, hint, field });
}

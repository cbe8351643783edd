// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_HEADER } from '@preview-environments/backstage-plugin-preview-common';

/** The header by which an answer tells that a preview gave it. */
export function answerHeader(driver: string): string {
  // Its operator marks answers by itself, with a name of its own.
  return driver === 'mirrord' ? 'mirrord-key' : DEFAULT_HEADER;
}

// SPDX-License-Identifier: Apache-2.0
import { parseDuration } from '@preview-environments/backstage-plugin-preview-common';

/**
 * Milliseconds of a duration; a bare number counts as `unit`.
 *
 * @throws PreviewError `InvalidDuration`
 */
export function millisOf(text: string, unit: 's' | 'm', field: string): number {
  return parseDuration(/^\d+$/.test(text) ? `${text}${unit}` : text, field);
}

/** A life for the API: a bare number is minutes, as mirrord has it. */
export function lifeText(text: string): string {
  return /^\d+$/.test(text) ? `${text}m` : text;
}

// SPDX-License-Identifier: Apache-2.0
import type { RequestFilter } from '@preview-environments/backstage-plugin-preview-common';

/** Everything that means something to a regular expression, taken literally. */
function literally(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

/**
 * The operator's filter as the JSON text that a session carries. It matches
 * expressions against `Name: value`, without case. Both ends are anchored:
 * a key that only begins like this one is another preview's.
 */
export function httpFilterOf({ name, value }: RequestFilter): string {
  return JSON.stringify({
    header_filter: `^${literally(name)}: ${literally(value)}$`,
  });
}

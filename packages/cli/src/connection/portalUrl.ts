// SPDX-License-Identifier: Apache-2.0
import { CliError } from '../CliError';

/**
 * The address of a portal's backend, always spelled the same way, since
 * tokens are kept by it.
 *
 * @throws CliError where it is none
 */
export function portalUrl(text: string, field: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search) {
    throw new CliError(`"${text}" is not the address of a portal.`, {
      field,
      hint: 'Write it as https://portal.example.com',
    });
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

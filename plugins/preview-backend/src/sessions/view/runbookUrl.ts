// SPDX-License-Identifier: Apache-2.0

/** Where the portal shows our own pages. */
const IN_PORTAL = '/previews/runbooks';

/** Address of a code's runbook page; relative = inside the portal. */
export function runbookUrl(base: string | null, code: string): string {
  return `${base ?? IN_PORTAL}/${encodeURIComponent(code)}`;
}

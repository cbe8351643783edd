// SPDX-License-Identifier: Apache-2.0

/**
 * Whether an address may be put behind a link: only the web, never
 * `javascript:` and the like.
 */
export function isWebAddress(url: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** A runbook is on the web or a page of this portal. */
export function isRunbookAddress(url: string): boolean {
  return /^\/(?!\/)/.test(url) || isWebAddress(url);
}

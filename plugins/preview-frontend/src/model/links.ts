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

/** Whether a runbook is the page that comes with the product. */
export function isOwnRunbook(url: string, code: string): boolean {
  return url.endsWith(`/api/preview/v1/runbooks/${code}`);
}

/** `ImagePullFailed` for people: `image pull failed`. */
export function codeWords(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

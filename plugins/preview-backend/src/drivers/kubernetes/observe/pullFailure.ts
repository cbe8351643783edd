// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@preview-environments/backstage-plugin-preview-node';

/** Registries say so of what is private, and of what is not there, alike. */
const EITHER = /does not exist or (may require|no pull access)/i;
const DENIED =
  /denied|unauthori[sz]ed|authentication required|authorization failed|\b40[13]\b/i;
const MISSING = /not found|manifest unknown|does not exist|name unknown/i;

const REASONS: [RegExp, (image: string) => string][] = [
  [EITHER, image => `${image} does not exist, or access to it was denied`],
  [DENIED, image => `access to ${image} was denied`],
  [MISSING, image => `${image} does not exist`],
];

const LET_IN =
  'Let the pull secret of the service read that repository, as previews copy its pod; and check that name and tag are right.';

/**
 * Which image could not be pulled, and why as far as the words of the node
 * tell.
 */
export function pullFailure(
  image: string | null,
  words: string,
): Pick<Problem, 'message' | 'hint'> | Record<string, never> {
  if (image === null) {
    return {};
  }
  // A name of an image says nothing about why.
  const rest = words.split(image).join('');
  const [pattern, reason] = REASONS.find(([each]) => each.test(rest)) ?? [];
  const message = `The image could not be pulled: ${reason?.(image) ?? image}.`;
  const isMissing = pattern === undefined || pattern === MISSING;
  return isMissing ? { message } : { message, hint: LET_IN };
}

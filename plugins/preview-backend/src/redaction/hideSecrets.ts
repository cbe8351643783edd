// SPDX-License-Identifier: Apache-2.0

/** The key of a preview opens nothing: it stands in every recipe. */
const NAMES =
  'token|password|passwd|pwd|secret|api[_-]?key|access[_-]?key|private[_-]?key|(?<!preview[_-])key|credentials?|authorization|cookie|session[_-]?id';

const SECRETS: readonly [RegExp, string][] = [
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    '***',
  ],
  // A key whose beginning was cut off.
  [/^[\s\S]*-----END [A-Z ]*PRIVATE KEY-----/, '***'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 ***'],
  [
    new RegExp(
      `(?<![a-z])(${NAMES})(["']?\\s*[=:]\\s*["']?)(?!(?:bearer|basic) )[^\\s"'&,;]+`,
      'gi',
    ),
    '$1$2***',
  ],
  [/\/\/[^/@\s]+@/g, '//***@'],
  // Not begun within a word: "eyJ-eyJ-…" would be tried from each of them.
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***'],
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/g, '***'],
  [/\b(gh[opsru]_|github_pat_|glpat-|xox[abprs]-|npm_)[\w-]{10,}/g, '***'],
];

/** A text without what opens doors, as far as its form gives it away. */
export function hideSecrets(text: string): string {
  return SECRETS.reduce(
    (left, [pattern, replacement]) => left.replace(pattern, replacement),
    text,
  );
}

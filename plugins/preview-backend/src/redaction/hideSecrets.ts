// SPDX-License-Identifier: Apache-2.0

/**
 * How the name of a secret ends, however it is written: DB_PASSWORD,
 * dbPassword, x-api-key. The key of a preview opens nothing: it stands in
 * every recipe.
 */
const NAME = [
  'token|password|passwd|passphrase|pwd|secret|credentials?|session[_-]?id',
  '(?:api|access|private|secret|signing|encryption|account|master)[_-]?key',
  '(?<![a-z]|preview[_-])key',
  '(?<=[_-])pass',
].join('|');

/** Headers whose whole value is one secret, or several. */
const HEADER = 'authorization|cookies?';

/** Behind a name: in JSON there is a quote, in JSON within JSON `\"`. */
const IS = `[\\\\"']{0,9}\\s*(?:=>|:=|=(?!>)|:(?!=))`;

/** Without quotes. It may have commas in it, but one may precede another name. */
const WORD = `[^\\s"'&,;]`;
const VALUE = `${WORD}+(?:,(?![\\s"'&;]|$|[a-z_][\\w.-]*=[^=])${WORD}*){0,999}`;

const QUOTED = `\\\\{0,7}["']`;

/**
 * What is hidden, in this order. A log is written by strangers: each pattern
 * must read a text once, however it looks. So no repetition can end at two
 * places, and one that stands within another begins with what ends the other.
 */
const SECRETS: readonly [RegExp, string][] = [
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    '***',
  ],
  // A key whose beginning was cut off.
  [/^[\s\S]*-----END [A-Z ]*PRIVATE KEY-----/, '***'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 ***'],
  // To the same quote, or to the end of a line that was cut.
  [
    new RegExp(
      `((?:${NAME}|${HEADER})${IS}\\s*)(\\\\{0,7})(["']).*?((?<!\\\\)\\2\\3|$)`,
      'gim',
    ),
    '$1$2$3***$4',
  ],
  [
    new RegExp(
      `((?:${HEADER})${IS}[ \\t]*)((?:bearer|basic) )?(?!${QUOTED})\\S.*`,
      'gi',
    ),
    '$1$2***',
  ],
  [
    new RegExp(
      `((?:${NAME})${IS}\\s*)(?!${QUOTED}|(?:bearer|basic) )${VALUE}`,
      'gi',
    ),
    '$1***',
  ],
  // A password may have a slash in it; what is no password is a port.
  [/\/\/[^/\s:@[]*:(?!\d{1,5}\/)[^/\s]*(?:\/(?!\/)[^/\s]*){0,99}@/g, '//***@'],
  [/\/\/[^/\s]+@/g, '//***@'],
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

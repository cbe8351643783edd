// SPDX-License-Identifier: Apache-2.0

/** Control characters but tab, and escapes that are no plain colour. */
const UNSAFE =
  // eslint-disable-next-line no-control-regex
  /[\x00-\x08\x0a-\x1a\x1c-\x1f\x7f-\x9f]|\x1b(?!\[\d{1,2}m)/g;

/** A line that cannot move the cursor, whatever a cluster said. */
export function printable(line: string): string {
  return line.replace(UNSAFE, '');
}

// SPDX-License-Identifier: Apache-2.0

/** What differs from run to run, as the docs show it. */
const CHANGING: [RegExp, string][] = [
  [/http:\/\/[^/\s]+:\d+/g, 'http://localhost:8088'],
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '5b1c…'],
  [/(pod: )\S+/g, '$1pv-pr-7-checkout-…'],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2030-01-31T18:00:00.000Z'],
  [/(service\/pv-pr-7-)\w+/g, '$1…'],
  [/\(in [^)]+\)/g, '(in 2 hours)'],
  [/\([^)]+ left\)/g, '(2 hours left)'],
  // Columns are as wide as what was replaced.
  [/(\S) {2,}/g, '$1  '],
];

/** Output of the command as the docs show it. */
export function documentedOutput(out: string): string {
  return CHANGING.reduce(
    (text, [pattern, shown]) => text.replace(pattern, shown),
    out,
  )
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trim();
}

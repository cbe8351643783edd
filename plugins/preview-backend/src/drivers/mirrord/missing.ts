// SPDX-License-Identifier: Apache-2.0

/**
 * Paths of what was sent and did not come back as it was. An API server drops
 * what its schema does not know without a word; what came in addition are
 * defaults.
 */
export function missingFields(sent: unknown, got: unknown, at = ''): string[] {
  if (Array.isArray(sent)) {
    return Array.isArray(got) && got.length === sent.length
      ? sent.flatMap((each, index) =>
          missingFields(each, got[index], `${at}[${index}]`),
        )
      : [at];
  }
  if (isObject(sent)) {
    return isObject(got)
      ? Object.entries(sent).flatMap(([name, value]) =>
          value === undefined
            ? []
            : missingFields(value, got[name], at ? `${at}.${name}` : name),
        )
      : [at];
  }
  return sent === got ? [] : [at];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

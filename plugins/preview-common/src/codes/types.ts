// SPDX-License-Identifier: Apache-2.0

/**
 * One entry of the registry. `failure`: what a preview may show, with a
 * runbook page; `refusal`: a rule said no; `input`: the request is at fault.
 *
 * @public
 */
export interface CodeEntry {
  kind: 'failure' | 'refusal' | 'input';
  /** HTTP status when it is the answer to a request. */
  status: number;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  message: string;
  hint: string;
}

/** Keeps the literal keys while checking the entries. */
export function entries<K extends string>(
  table: Record<K, Omit<CodeEntry, 'kind'>>,
  kind: CodeEntry['kind'],
): Record<K, CodeEntry> {
  return Object.fromEntries(
    Object.entries<Omit<CodeEntry, 'kind'>>(table).map(([code, entry]) => [
      code,
      { kind, ...entry },
    ]),
  ) as Record<K, CodeEntry>;
}

/** The codes of a table, in its order. */
export function codesOf<K extends string>(table: Record<K, CodeEntry>): K[] {
  return Object.keys(table) as K[];
}

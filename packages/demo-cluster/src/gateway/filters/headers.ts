// SPDX-License-Identifier: Apache-2.0
import { HeaderModifier } from '../objects';

/** Header lines in the order in which they were sent; a name may occur more than once. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

const without = (lines: HeaderLines, name: string): HeaderLines =>
  lines.filter(([present]) => present.toLowerCase() !== name.toLowerCase());

/** The first value of a header, or undefined. */
export function headerValue(
  lines: HeaderLines,
  name: string,
): string | undefined {
  return lines.find(
    ([present]) => present.toLowerCase() === name.toLowerCase(),
  )?.[1];
}

/** Replaces every line of that name by one. */
export function withHeader(
  lines: HeaderLines,
  name: string,
  value: string,
): HeaderLines {
  return [...without(lines, name), [name, value]];
}

/** Applies one header filter: overwrite, then append, then remove; names compare without case. */
export function modifyHeaders(
  lines: HeaderLines,
  modifier: HeaderModifier,
): HeaderLines {
  let result = lines;
  for (const { name, value } of modifier.set ?? []) {
    result = withHeader(result, name, value);
  }
  for (const { name, value } of modifier.add ?? []) {
    result = [...result, [name, value]];
  }
  for (const name of modifier.remove ?? []) {
    result = without(result, name);
  }
  return result;
}

/** Pairs up Node's flat list of raw headers. */
export function linesOf(rawHeaders: readonly string[]): HeaderLines {
  const lines: [string, string][] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    lines.push([rawHeaders[i], rawHeaders[i + 1]]);
  }
  return lines;
}

/** The shape Node's http module sends: one entry per name, a list where it repeats. */
export function toOutgoing(
  lines: HeaderLines,
): Record<string, string | string[]> {
  const byName = new Map<string, { name: string; values: string[] }>();
  for (const [name, value] of lines) {
    const entry = byName.get(name.toLowerCase()) ?? { name, values: [] };
    entry.values.push(value);
    byName.set(name.toLowerCase(), entry);
  }
  return Object.fromEntries(
    [...byName.values()].map(({ name, values }) => [
      name,
      values.length === 1 ? values[0] : values,
    ]),
  );
}

const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Drops what belongs to one connection only, and what the Connection header names. */
export function endToEnd(lines: HeaderLines): HeaderLines {
  const named = lines
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(','))
    .map(name => name.trim().toLowerCase());
  const dropped = new Set([...hopByHop, ...named]);
  return lines.filter(([name]) => !dropped.has(name.toLowerCase()));
}

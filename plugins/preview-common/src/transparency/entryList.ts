// SPDX-License-Identifier: Apache-2.0

const LIST = /^Entries (\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*): /;

/**
 * How the reason of an audit event begins that drops the content of others:
 * `Entries 3, 7-9: `.
 *
 * @public
 */
export function formatEntryList(indexes: number[]): string {
  const sorted = [...indexes].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const index of sorted) {
    const last = runs.at(-1);
    if (last && index <= last[1] + 1) {
      last[1] = index;
    } else {
      runs.push([index, index]);
    }
  }
  const parts = runs.map(([from, to]) =>
    from === to ? `${from}` : `${from}-${to}`,
  );
  return `Entries ${parts.join(', ')}: `;
}

/**
 * The runs of entries, both ends included, that a reason begins with.
 *
 * @public
 */
export function parseEntryList(reason: string): [number, number][] {
  const [, list = ''] = LIST.exec(reason) ?? [];
  return list
    .split(', ')
    .filter(part => part !== '')
    .map(part => {
      const [from, to = from] = part.split('-');
      return [Number(from), Number(to)];
    });
}

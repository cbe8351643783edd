// SPDX-License-Identifier: Apache-2.0

/** Rows as aligned lines, the first one the heading; none without others. */
export function table(rows: string[][]): string[] {
  if (rows.length < 2) {
    return [];
  }
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

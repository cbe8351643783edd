// SPDX-License-Identifier: Apache-2.0

/**
 * How a field is kept: `number` covers bigint, which PostgreSQL's driver
 * returns as text; `json` is text that we write and read ourselves.
 */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'json';

/** Kind of every field of a record. */
export type Columns<T> = { readonly [F in keyof T]-?: ColumnKind };

/** A row as the database returns it. */
export type RawRow = Record<string, unknown>;

export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

function decode(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  switch (kind) {
    case 'number':
      return Number(value);
    case 'boolean':
      return Boolean(value);
    case 'json':
      return JSON.parse(String(value));
    case 'text':
    default:
      return value;
  }
}

/** Turns a row into a record; absent values are `null`. */
export function toRecord<T>(columns: Columns<T>, row: RawRow): T {
  return Object.fromEntries(
    Object.entries<ColumnKind>(columns).map(([field, kind]) => [
      field,
      decode(kind, row[columnName(field)]),
    ]),
  ) as T;
}

/** Turns a record, or a part of one, into column values. */
export function toRow<T>(columns: Columns<T>, record: Partial<T>): RawRow {
  return Object.fromEntries(
    (Object.keys(record) as (keyof T & string)[])
      .filter(field => record[field] !== undefined)
      .map(field => [
        columnName(field),
        columns[field] === 'json' && record[field] !== null
          ? JSON.stringify(record[field])
          : record[field],
      ]),
  );
}

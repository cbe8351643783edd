// SPDX-License-Identifier: Apache-2.0

export type ScalarType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'time'
  | 'intOrString'
  | 'quantity'
  | 'any';

/** What a field may hold, and how lists and maps merge. */
export type Schema =
  | { type: ScalarType }
  | {
      type: 'object';
      name: string;
      fields: () => Record<string, Schema>;
      atomic?: boolean;
    }
  | { type: 'map'; of: Schema; atomic?: boolean }
  /** `keys`: entries are told apart by these fields. `set`: by their value. Else the list is one value. */
  | { type: 'list'; of: Schema; keys?: string[]; set?: boolean };

export const ANY: Schema = { type: 'any' };
export const STRING: Schema = { type: 'string' };
export const INTEGER: Schema = { type: 'integer' };
export const BOOLEAN: Schema = { type: 'boolean' };

/** An object whose fields are made when first needed, so that schemas may be recursive. */
export function objectOf(
  name: string,
  fields: () => Record<string, Schema>,
  options: { atomic?: boolean } = {},
): Schema {
  let made: Record<string, Schema> | undefined;
  return {
    type: 'object',
    name,
    fields: () => (made ??= fields()),
    ...options,
  };
}

export const listOf = (of: Schema, ...keys: string[]): Schema => ({
  type: 'list',
  of,
  ...(keys.length && { keys }),
});

export const mapOf = (of: Schema): Schema => ({ type: 'map', of });

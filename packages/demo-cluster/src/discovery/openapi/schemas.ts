// SPDX-License-Identifier: Apache-2.0
import { Schema } from '../../kinds/Schema';
import { Json } from '../../objects';

const SCALARS: Record<string, Json> = {
  string: { type: 'string' },
  integer: { type: 'integer', format: 'int64' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  time: { type: 'string', format: 'date-time' },
  intOrString: { type: 'string', format: 'int-or-string' },
  quantity: { type: 'string' },
  any: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
};

/** Collects the schemas of named types on the way, each once. */
export class SchemaCollector {
  readonly found: Record<string, Json> = {};

  constructor(private readonly prefix: string) {}

  /** A schema that may be put anywhere; objects become references. */
  use(schema: Schema): Json {
    switch (schema.type) {
      case 'object':
        return { $ref: `${this.prefix}${this.define(schema.name, schema)}` };
      case 'map':
        return { type: 'object', additionalProperties: this.use(schema.of) };
      case 'list':
        return {
          type: 'array',
          items: this.use(schema.of),
          ...(schema.keys && {
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': schema.keys,
          }),
          ...(schema.keys && {
            'x-kubernetes-patch-merge-key': schema.keys[0],
            'x-kubernetes-patch-strategy': 'merge',
          }),
          ...(schema.set && { 'x-kubernetes-list-type': 'set' }),
        };
      default:
        return SCALARS[schema.type];
    }
  }

  /** Registers an object's schema under a name and returns the name. */
  define(name: string, schema: Schema, extra: Json = {}): string {
    if (this.found[name] || schema.type !== 'object') return name;
    // Registered before its fields are looked at: types may contain themselves.
    const entry: Json = { type: 'object', ...extra };
    this.found[name] = entry;
    entry.properties = Object.fromEntries(
      Object.entries(schema.fields()).map(([field, below]) => [
        field,
        this.use(below),
      ]),
    );
    return name;
  }
}

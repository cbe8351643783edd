// SPDX-License-Identifier: Apache-2.0
import { CliError } from '../CliError';

/**
 * A part of a configuration file, read member by member. Remembers what
 * nobody asked for: that does not apply to previews.
 */
export class Fields {
  private readonly asked = new Set<string>();
  private readonly parts: Fields[] = [];

  constructor(
    private readonly value: Record<string, unknown>,
    readonly path: string,
  ) {}

  /** Path of a member, for messages. */
  at(name: string): string {
    return this.path ? `${this.path}.${name}` : name;
  }

  /** A member as it is; `null` counts as absent. */
  any(name: string): unknown {
    this.asked.add(name);
    return this.value[name] ?? undefined;
  }

  text(name: string): string | undefined {
    return this.ofType<string>(name, 'string', 'a text');
  }

  flag(name: string): boolean | undefined {
    return this.ofType<boolean>(name, 'boolean', 'true or false');
  }

  /** A whole number that is not negative. */
  count(name: string): number | undefined {
    const value = this.any(name);
    if (value === undefined) {
      return undefined;
    }
    if (
      typeof value !== 'number' ||
      !Number.isSafeInteger(value) ||
      value < 0
    ) {
      throw this.wrong(name, 'a whole number that is not negative');
    }
    return value;
  }

  texts(name: string): string[] | undefined {
    const value = this.any(name);
    const list = typeof value === 'string' ? [value] : value;
    if (list === undefined) {
      return undefined;
    }
    if (!Array.isArray(list) || list.some(each => typeof each !== 'string')) {
      throw this.wrong(name, 'a list of texts');
    }
    return list;
  }

  /** A map of texts. */
  map(name: string): Record<string, string> | undefined {
    const value = this.any(name);
    if (value === undefined) {
      return undefined;
    }
    if (!isObject(value)) {
      throw this.wrong(name, 'a map of texts');
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        if (!['string', 'number', 'boolean'].includes(typeof each)) {
          throw this.wrong(`${name}.${key}`, 'a text');
        }
        return [key, String(each)];
      }),
    );
  }

  section(name: string): Fields | undefined {
    const value = this.any(name);
    if (value === undefined) {
      return undefined;
    }
    if (!isObject(value)) {
      throw this.wrong(name, 'an object');
    }
    return this.part(value, this.at(name));
  }

  sections(name: string): Fields[] | undefined {
    const value = this.any(name);
    if (value === undefined) {
      return undefined;
    }
    if (!Array.isArray(value)) {
      throw this.wrong(name, 'a list');
    }
    return value.map((each, index) => {
      if (!isObject(each)) {
        throw this.wrong(`${name}[${index}]`, 'an object');
      }
      return this.part(each, `${this.at(name)}[${index}]`);
    });
  }

  names(): string[] {
    return Object.keys(this.value);
  }

  /** Members that nobody asked for, here and below. */
  unasked(): string[] {
    return [
      ...Object.keys(this.value)
        .filter(name => !this.asked.has(name))
        .map(name => this.at(name)),
      ...this.parts.flatMap(part => part.unasked()),
    ];
  }

  /** @throws CliError when more than one of these members is there */
  onlyOneOf(...names: string[]): void {
    const given = names.filter(name => this.any(name) !== undefined);
    if (given.length > 1) {
      const [one, other] = given.map(name => this.at(name));
      throw new CliError(`${one} and ${other} exclude each other.`, {
        field: other,
        hint: 'Keep one of them.',
      });
    }
  }

  wrong(name: string, wanted: string): CliError {
    return new CliError(`${this.at(name)} must be ${wanted}.`, {
      field: this.at(name),
      hint: 'Compare it with the documentation of mirrord’s configuration.',
    });
  }

  private ofType<T>(name: string, type: string, wanted: string) {
    const value = this.any(name);
    if (value !== undefined && typeof value !== type) {
      throw this.wrong(name, wanted);
    }
    return value as T | undefined;
  }

  private part(value: Record<string, unknown>, path: string): Fields {
    const part = new Fields(value, path);
    this.parts.push(part);
    return part;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

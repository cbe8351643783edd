// SPDX-License-Identifier: Apache-2.0
import { parse as parseJson, type ParseError } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { CliError } from '../CliError';

/** How a file is written; JSON may have comments. */
export type Format = 'json' | 'yaml' | 'toml';

/** @returns by the end of the name; JSON where that says nothing */
export function formatOf(path: string): Format {
  if (/\.ya?ml$/i.test(path)) {
    return 'yaml';
  }
  return /\.toml$/i.test(path) ? 'toml' : 'json';
}

/** @throws CliError with the place of the fault */
export function parseConfig(
  text: string,
  format: Format,
  path: string,
): Record<string, unknown> {
  const value = read(text, format, path) ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw unreadable(path, 'it is no object');
  }
  return value as Record<string, unknown>;
}

function read(text: string, format: Format, path: string): unknown {
  if (format === 'json') {
    const errors: ParseError[] = [];
    const options = { allowTrailingComma: true, allowEmptyContent: true };
    const value = parseJson(text, errors, options);
    if (errors.length > 0) {
      const line = text.slice(0, errors[0].offset).split('\n').length;
      throw unreadable(path, `fault in line ${line}`);
    }
    return value;
  }
  try {
    return format === 'yaml' ? parseYaml(text) : parseToml(text);
  } catch (error) {
    throw unreadable(path, (error as Error).message.split('\n')[0]);
  }
}

function unreadable(path: string, why: string): CliError {
  return new CliError(`${path} is no configuration file: ${why}.`, {
    field: '--config-file',
    hint: 'Give JSON, YAML (.yaml) or TOML (.toml) in the form of mirrord.',
  });
}

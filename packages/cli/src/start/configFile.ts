// SPDX-License-Identifier: Apache-2.0
import {
  generateKey,
  toKey,
} from '@preview-environments/backstage-plugin-preview-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CliError } from '../CliError';
import type { Context } from '../Context';
import { type Converted, convert } from '../mirrordConfig/convert';
import { formatOf, parseConfig } from '../mirrordConfig/parse';
import { render } from '../mirrordConfig/render';
import { gitBranch } from './gitBranch';

const USUAL = '.mirrord/mirrord.json';
/** Stands for the key while it is found out; no key looks like this. */
const PLACEHOLDER = '__THE-KEY__';

/** A file as what to start, its key included. */
export interface FromFile extends Converted {
  key: string;
}

/**
 * Reads a configuration file of mirrord. Its templates may use the key, so
 * that one is found out first: given, else the file's own, else a new one.
 *
 * @param file - `true` = where it usually is, `-` = standard input
 * @throws CliError
 */
export function readConfigFile(
  context: Context,
  file: string | true,
  given: string | undefined,
): FromFile {
  const path = file === true ? USUAL : file;
  const readFile = (name: string) => readPath(context, name);
  const raw = path === '-' ? context.stdin() : readFile(path).toString('utf8');
  const format = formatOf(path);
  const variables = {
    env: context.env,
    gitBranch: raw.includes('git_branch')
      ? context.env.MIRRORD_BRANCH_NAME || gitBranch(context.cwd)
      : null,
  };
  const read = (key: string) =>
    parseConfig(render(raw, { ...variables, key }), format, path);
  const key =
    given ||
    ownKey(read(PLACEHOLDER)) ||
    generateKey('preview', max => context.randomInt(max));
  const config = read(toKey(key));
  return { ...convert(config, readFile), key };
}

/**
 * The key that the file names itself, of a file that was rendered with a
 * placeholder: before, it may not be readable, as for the quotes of a template.
 */
function ownKey({ key }: Record<string, unknown>): string | null {
  if (typeof key !== 'string') {
    return null;
  }
  if (key.includes(PLACEHOLDER)) {
    throw new CliError('The key of the file is made of itself.', {
      field: '--config-file',
      hint: 'Its template may use git_branch and get_env, not key.',
    });
  }
  return key;
}

function readPath({ cwd }: Context, path: string): Buffer {
  try {
    return readFileSync(resolve(cwd, path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(`${path} cannot be read: ${code}.`, {
      field: '--config-file',
      hint: 'Check the path; it begins in the folder where you are.',
    });
  }
}

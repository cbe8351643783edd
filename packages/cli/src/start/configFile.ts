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
import { type Format, formatOf, parseConfig } from '../mirrordConfig/parse';
import { render } from '../mirrordConfig/render';
import { gitBranch } from './gitBranch';

const USUAL = '.mirrord/mirrord.json';

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
  const readFile = (name: string) => read(context, name);
  const raw = path === '-' ? context.stdin() : readFile(path).toString('utf8');
  const format = formatOf(path);
  const variables = {
    env: context.env,
    gitBranch: raw.includes('git_branch')
      ? context.env.MIRRORD_BRANCH_NAME || gitBranch(context.cwd)
      : null,
  };
  const own = given ? null : ownKey(raw, format, path);
  const key =
    given ??
    (own
      ? render(own, variables)
      : generateKey('preview', max => context.randomInt(max)));
  const text = render(raw, { ...variables, key: toKey(key) });
  const config = parseConfig(text, format, path);
  return { ...convert(config, readFile), key };
}

/** The key as the file has it before any template is rendered. */
function ownKey(raw: string, format: Format, path: string): string | null {
  try {
    const { key } = parseConfig(raw, format, path);
    return typeof key === 'string' && key !== '' ? key : null;
  } catch {
    // Templates elsewhere may make it unreadable until they are rendered.
    return null;
  }
}

function read({ cwd }: Context, path: string): Buffer {
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

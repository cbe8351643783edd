// SPDX-License-Identifier: Apache-2.0
import type {
  EnvOverride,
  StartRequest,
} from '@preview-environments/backstage-plugin-preview-common';
import { parseEnv } from 'node:util';
import type { Fields } from './Fields';
import { isObject } from './Fields';

type Environment = Pick<StartRequest, 'env' | 'envSelection'>;

/** `feature.env`: true, false, or what to take over and what to set. */
export function readEnvironment(
  feature: Fields | undefined,
  readFile: (path: string) => Buffer,
): Environment {
  const value = feature?.any('env');
  if (value === undefined || value === true) {
    return {};
  }
  if (value === false) {
    return { envSelection: { exclude: ['*'] } };
  }
  if (!isObject(value)) {
    throw feature!.wrong('env', 'true, false or an object');
  }
  const part = feature!.section('env')!;
  part.onlyOneOf('include', 'exclude');
  const include = globs(part, 'include');
  const exclude = globs(part, 'exclude');
  const file = part.text('env_file');
  const given = {
    ...(file ? parseEnv(readFile(file).toString('utf8')) : {}),
    ...part.map('override'),
  };
  const env: EnvOverride[] = Object.entries(given).map(([name, each]) => ({
    name,
    value: String(each),
  }));
  return {
    ...(env.length > 0 && { env }),
    ...(include && { envSelection: { include } }),
    ...(exclude && { envSelection: { exclude } }),
  };
}

/** A list, or one text with semicolons. */
function globs(part: Fields, name: string): string[] | undefined {
  return part
    .texts(name)
    ?.flatMap(text => text.split(';'))
    .map(text => text.trim())
    .filter(text => text !== '');
}

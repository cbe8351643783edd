// SPDX-License-Identifier: Apache-2.0
import { PathModifier } from '../objects';

function replacePrefix(path: string, prefix: string, replacement: string) {
  const bare = prefix.replace(/\/+$/, '');
  const rest = path.slice(bare.length);
  const head = replacement.replace(/\/+$/, '');
  const joined = `${head}${rest}`;
  return joined.startsWith('/') ? joined : `/${joined}`;
}

/**
 * The path after a rewrite or redirect; the query is not part of it.
 * `matchedPrefix` is the prefix of the match that chose the rule.
 */
export function modifyPath(
  path: string,
  modifier: PathModifier | undefined,
  matchedPrefix: string,
): string {
  if (!modifier) return path;
  if (modifier.type === 'ReplaceFullPath') {
    return modifier.replaceFullPath || '/';
  }
  return replacePrefix(path, matchedPrefix, modifier.replacePrefixMatch ?? '');
}

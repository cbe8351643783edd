// SPDX-License-Identifier: Apache-2.0
import { CliError } from '../CliError';
import type { Wish } from '../start/wish';
import { readEnvironment } from './environment';
import { Fields, isObject } from './Fields';
import { readIncoming } from './incoming';
import { readPreview } from './preview';
import { readQueues } from './queues';
import { readTarget } from './target';

/** A configuration file of mirrord as what we would start. */
export interface Converted {
  wish: Partial<Wish>;
  /** How long to wait, in milliseconds. */
  timeout?: number;
  warnings: string[];
}

/** Members that say nothing of a preview, and mean no harm. */
const SILENT = ['$schema', 'key'];

/**
 * Turns a parsed configuration file into a start.
 *
 * @param readFile - reads the files that it names
 * @throws CliError that names the member at fault
 */
export function convert(
  config: Record<string, unknown>,
  readFile: (path: string) => Buffer,
): Converted {
  const root = new Fields(config, '');
  SILENT.forEach(name => root.any(name));
  const feature = root.section('feature');
  const { wish, timeout } = readPreview(feature?.section('preview'), readFile);
  refuseBranches(feature);
  const traffic = readIncoming(feature);
  const whole: Partial<Wish> = {
    ...readTarget(root),
    ...wish,
    ...traffic,
    ...readEnvironment(feature, readFile),
    queues: readQueues(feature),
  };
  const warnings: string[] = [];
  if (isObject(config.feature) && !traffic.traffic) {
    warnings.push(
      'feature.network.incoming is not given: the portal’s default applies, which takes requests with the key only.',
    );
  }
  const unasked = root.unasked();
  if (unasked.length > 0) {
    warnings.push(
      `These fields do not apply to previews: ${unasked.join(', ')}`,
    );
  }
  return {
    wish: Object.fromEntries(
      Object.entries(whole).filter(([, value]) => value !== undefined),
    ),
    ...(timeout !== undefined && { timeout }),
    warnings,
  };
}

/** Without its branch a preview would write to the shared database. */
function refuseBranches(feature: Fields | undefined): void {
  const branches = feature?.any('db_branches');
  if (Array.isArray(branches) ? branches.length > 0 : branches) {
    throw new CliError('The portal does not create database branches.', {
      code: 'FeatureUnsupported',
      field: 'feature.db_branches',
      hint: 'Create the branch first, take db_branches out of the file, and name it with --database pg/NAME.',
    });
  }
}

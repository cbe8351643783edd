// SPDX-License-Identifier: Apache-2.0
import {
  DATABASE_TYPES,
  type DatabaseBranch,
  type StartRequest,
  toKey,
} from '@preview-environments/backstage-plugin-preview-common';
import { CliError } from '../CliError';
import { lifeText } from '../durations';
import { spelledTarget } from '../mirrordConfig/target';
import { present } from '../present';
import { fromEnv } from './fromEnv';

/** Options of `preview start` that say what to start. */
export interface WishOptions {
  image?: string;
  key?: string;
  target?: string;
  namespace?: string;
  /** mirrord's name of the same. */
  targetNamespace?: string;
  entity?: string;
  cluster?: string;
  driver?: string;
  ttl?: string;
  mode?: 'steal' | 'mirror' | 'none';
  replicas?: number;
  database?: string[];
  reason?: string;
  resume?: boolean;
}

/** A start whose entity may still have to be found by its target. */
export type Wish = Omit<StartRequest, 'entityRef'> & { entityRef?: string };

/**
 * What is asked for: options first, then the environment, then the file.
 *
 * @throws CliError, PreviewError that name the option at fault
 */
export function wishOf(
  options: WishOptions,
  env: Record<string, string | undefined>,
  file: Partial<Wish> = {},
): Wish {
  const variables = fromEnv(env, file);
  const { pinned, ttl, ...rest } = { ...file, ...variables.wish };
  const given = fromOptions(options);
  const life = [given, variables.wish, file].find(
    each => each.ttl !== undefined || each.pinned !== undefined,
  );
  const whole = present({
    ...rest,
    ...given,
    ttl: life?.ttl,
    pinned: life?.pinned,
    traffic: options.mode
      ? trafficOf(options.mode, file.traffic)
      : file.traffic,
  });
  const { image, key } = whole;
  if (!image) {
    throw new CliError('No image is named.', {
      field: '--image',
      hint: 'Give one with -i, for example -i shop/checkout:feature-x.',
    });
  }
  return { ...whole, image, ...(key !== undefined && { key: toKey(key) }) };
}

function fromOptions(options: WishOptions): Partial<Wish> {
  const { ttl, target } = options;
  return present({
    image: options.image,
    key: options.key,
    target: target === undefined ? undefined : spelledTarget(target),
    namespace: options.namespace ?? options.targetNamespace,
    entityRef: options.entity,
    cluster: options.cluster,
    driver: options.driver,
    ...(ttl === undefined ? {} : lifeOf(ttl)),
    replicas: options.replicas,
    databases: options.database?.map(databaseOf),
    reason: options.reason,
    resume: options.resume,
  });
}

/** A bare number is minutes, as in mirrord; `infinite` has no end. */
export function lifeOf(ttl: string): Pick<Wish, 'ttl' | 'pinned'> {
  return ttl === 'infinite' ? { pinned: true } : { ttl: lifeText(ttl) };
}

/** Another mode than the file's has no use for its filter. */
function trafficOf(
  mode: 'steal' | 'mirror' | 'none',
  file: Wish['traffic'],
): Wish['traffic'] {
  return file?.mode === mode ? file : { mode };
}

/** `pg/NAME` */
function databaseOf(text: string): DatabaseBranch {
  const [first, ...rest] = text.split('/');
  const type = DATABASE_TYPES.find(each => each === first);
  const name = rest.join('/');
  if (!type || !name) {
    throw new CliError(`"${text}" is no branch of a database.`, {
      field: '--database',
      hint: `Write TYPE/NAME, with one of ${DATABASE_TYPES.join(', ')}.`,
    });
  }
  return { type, name };
}

// SPDX-License-Identifier: Apache-2.0
import {
  type StartRequest,
  toKey,
} from '@preview-environments/backstage-plugin-preview-common';
import { CliError } from '../CliError';
import { lifeText } from '../durations';

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
  reason?: string;
  resume?: boolean;
}

/** A start whose entity may still have to be found by its target. */
export type Wish = Omit<StartRequest, 'entityRef'> & { entityRef?: string };

type Env = Record<string, string | undefined>;

/**
 * What is asked for: options first, then the environment.
 *
 * @throws CliError, PreviewError that name the option at fault
 */
export function wishOf(options: WishOptions, env: Env): Wish {
  const given = { ...fromEnv(env), ...present(options) };
  const { image, key, target, entity, ttl, mode } = given;
  if (!image) {
    throw new CliError('No image is named.', {
      field: '--image',
      hint: 'Give one with -i, for example -i shop/checkout:feature-x.',
    });
  }
  return present({
    image,
    key: key === undefined ? undefined : toKey(key),
    target,
    namespace: options.targetNamespace ?? given.namespace,
    entityRef: entity,
    cluster: given.cluster,
    driver: given.driver,
    ...lifeOf(ttl),
    traffic: mode ? { mode } : undefined,
    replicas: given.replicas,
    reason: given.reason,
    resume: given.resume,
    claimedActor: env.PREVIEW_CLAIMED_ACTOR || undefined,
  });
}

/** mirrord's names of the environment are understood, ours come first. */
function fromEnv(env: Env): WishOptions {
  return present({
    image: env.MIRRORD_PREVIEW_IMAGE || undefined,
    key: env.PREVIEW_KEY || env.MIRRORD_KEY || undefined,
    target: env.MIRRORD_IMPERSONATED_TARGET || undefined,
    namespace: env.MIRRORD_TARGET_NAMESPACE || undefined,
    entity: env.PREVIEW_ENTITY || undefined,
    ttl: env.MIRRORD_PREVIEW_TTL_MINS || undefined,
  });
}

/** A bare number is minutes, as in mirrord; `infinite` has no end. */
function lifeOf(ttl: string | undefined): Pick<Wish, 'ttl' | 'pinned'> {
  if (ttl === undefined) {
    return {};
  }
  return ttl === 'infinite' ? { pinned: true } : { ttl: lifeText(ttl) };
}

/** Without what is not given, so that it hides nothing. */
function present<T extends object>(all: T): T {
  const entries = Object.entries(all);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as T;
}
